import { beforeAll, describe, expect, it } from "vitest";
import type { BatchStatus } from "../../src/domain/batch/batchStatus.js";
import { batchState, cancelBatch, changeBatch, pauseBatch, resumeBatch } from "../support/batchMutations.js";
import { makeManyRecipes, makeType, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";

const database = useDatabase();
const { query } = useGraphql(database, { trustedProxies: ["loopback"] });
const asGrace = { "x-forwarded-user": "grace" };

const verbs = {
  cancel: async (id: string | number, reason?: string) => (await query(cancelBatch, { id, reason }, asGrace)).cancelBatch,
  pause: async (id: string | number, reason?: string) => (await query(pauseBatch, { id, reason }, asGrace)).pauseBatch,
  resume: async (id: string | number) => (await query(resumeBatch, { id }, asGrace)).resumeBatch,
};
type Verb = keyof typeof verbs;

let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse");
  await makeManyRecipes(database(), type, 2);
});

/** A batch that has come to a state. */
async function batchIn(status: BatchStatus): Promise<number> {
  const id = await submit(database(), type, { all_jobs: true });
  if (status !== "SUBMITTED") {
    await database().prisma.batch.update({ where: { id }, data: { status } });
    await database().prisma.batchEvent.create({ data: { batchId: id, from: "SUBMITTED", to: status, actor: "test" } });
  }
  return id;
}

const read = async (id: number) => (await query(batchState, { id })).batch;

const moves: [Verb, BatchStatus, BatchStatus][] = [
  ["cancel", "SUBMITTED", "CANCELED"],
  ["cancel", "CREATING", "CANCELED"],
  ["cancel", "PAUSED", "CANCELED"],
  ["pause", "SUBMITTED", "PAUSED"],
  ["pause", "CREATING", "PAUSED"],
  ["resume", "PAUSED", "SUBMITTED"],
  ["cancel", "FAILED", "CANCELED"],
  ["resume", "FAILED", "SUBMITTED"],
];
const idle: [Verb, BatchStatus][] = [
  ["cancel", "CANCELED"],
  ["pause", "PAUSED"],
  ["resume", "SUBMITTED"],
  ["resume", "CREATING"],
];
const refused: [Verb, BatchStatus][] = [
  ["cancel", "CREATED"],
  ["pause", "CREATED"],
  ["pause", "CANCELED"],
  ["pause", "FAILED"],
  ["resume", "CREATED"],
  ["resume", "CANCELED"],
];

describe("The states of a batch", () => {
  it("are each met by each of the three verbs below", () => {
    const met = [...moves, ...idle, ...refused].map(([verb, status]) => `${verb} ${status}`);
    expect(new Set(met).size).toBe(3 * 6);
  });

  it.each(moves)("%s takes a batch that is %s to %s, and writes down who did it and why", async (verb, from, to) => {
    const id = await batchIn(from);
    const before = await read(id);
    const reason = verb === "resume" ? undefined : `because of ${verb}`;
    const { batch, errors } = await verbs[verb](id, reason);
    expect(errors).toEqual([]);
    expect(batch).toMatchObject({ databaseId: id, status: to });
    expect(batch?.events).toEqual([...(before?.events ?? []), { from, to, actor: "grace", reason: reason ?? null }]);
  });

  it.each(idle)("%s leaves a batch that is %s as it is, and writes nothing", async (verb, status) => {
    const id = await batchIn(status);
    const [before, rows] = [await read(id), await rowCounts(database())];
    expect(await verbs[verb](id)).toEqual({ batch: before, errors: [] });
    expect(await verbs[verb](id)).toEqual({ batch: before, errors: [] });
    expect(await rowCounts(database())).toEqual(rows);
  });

  it.each(refused)("%s is refused for a batch that is %s, which the conflict names", async (verb, status) => {
    const id = await batchIn(status);
    const [before, rows] = [await read(id), await rowCounts(database())];
    const { batch, errors } = await verbs[verb](id);
    expect(batch).toBeNull();
    expect(errors).toMatchObject([{ code: "CONFLICT", path: [], message: expect.stringContaining(`Batch ${id} is ${status}`) }]);
    expect(await read(id)).toEqual(before);
    expect(await rowCounts(database())).toEqual(rows);
  });

  it.each(Object.keys(verbs) as Verb[])("%s finds a batch by global id and integer id, and says where there is none", async (verb) => {
    const id = await batchIn("PAUSED");
    expect((await verbs[verb](globalId("Batch", id))).batch?.databaseId).toBe(id);
    for (const unknown of [999_999, globalId("Job", id), "x", ""]) {
      const message = `There is no batch ${unknown}`;
      expect(await verbs[verb](unknown)).toEqual({ batch: null, errors: [{ code: "NOT_FOUND", path: [], message }] });
    }
  });

  it.each(["cancel", "pause"] as const)("%s refuses a reason that can't be stored by its name", async (verb) => {
    const id = await batchIn("SUBMITTED");
    expect(await verbs[verb](id, "a\0b")).toMatchObject({ batch: null, errors: [{ code: "INVALID", path: ["reason"] }] });
    expect((await read(id))?.status).toBe("SUBMITTED");
  });

  it("is changed by one of several calls at once, and written down once", async () => {
    const id = await batchIn("CREATING");
    const answers = await Promise.all(Array.from({ length: 10 }, () => verbs.cancel(id)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await read(id))?.events.filter(({ to }) => to === "CANCELED")).toHaveLength(1);
  });
});

describe("Several mutations in one operation", () => {
  it("each show the batch as they leave it", async () => {
    const id = await batchIn("SUBMITTED");
    const events = (...states: string[]) => states.map((to) => ({ to }));
    expect(await query(changeBatch, { id })).toEqual({
      pauseBatch: { batch: { status: "PAUSED", events: events("SUBMITTED", "PAUSED") } },
      updateBatch: { batch: { title: "Changed", status: "PAUSED" } },
      resumeBatch: { batch: { status: "SUBMITTED", events: events("SUBMITTED", "PAUSED", "SUBMITTED") } },
      cancelBatch: {
        batch: {
          title: "Changed",
          status: "CANCELED",
          events: events("SUBMITTED", "PAUSED", "SUBMITTED", "CANCELED"),
          creatorJob: { status: "CANCELED" },
        },
      },
    });
  });
});
