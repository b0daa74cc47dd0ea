import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { updateBatch } from "../support/batchMutations.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { UpdateBatchInput } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);

let id: number;
beforeEach(async () => {
  const type = await makeType(database(), "parse");
  id = await submit(database(), type);
  await database().prisma.batch.update({ where: { id }, data: { title: "Before", description: "What it was" } });
});

const update = async (input: UpdateBatchInput, batch: string | number = id) => (await query(updateBatch, { id: batch, input })).updateBatch;
const stored = () => database().prisma.batch.findUniqueOrThrow({ where: { id } });

describe("updateBatch", () => {
  it("changes what is given, and leaves the rest", async () => {
    expect(await update({ title: "After" })).toMatchObject({ errors: [], batch: { title: "After", description: "What it was" } });
    expect(await update({ description: "What it is" })).toMatchObject({ batch: { title: "After", description: "What it is" } });
    expect(await update({ title: "Both", description: "at once" })).toMatchObject({ batch: { title: "Both", description: "at once" } });
  });

  it("changes nothing where nothing is given, not even the last modification", async () => {
    const before = await stored();
    expect(await update({})).toMatchObject({ errors: [], batch: { title: "Before" } });
    expect(await stored()).toEqual(before);
  });

  it("empties what is null", async () => {
    expect(await update({ title: null, description: null })).toMatchObject({ batch: { title: null, description: null } });
  });

  it("moves the last modification, and neither the status nor the history", async () => {
    const before = await stored();
    await update({ title: "After" });
    const after = await stored();
    expect(after.lastModified.getTime()).toBeGreaterThanOrEqual(before.lastModified.getTime());
    expect(after).toEqual({ ...before, title: "After", lastModified: after.lastModified });
    expect(await database().prisma.batchEvent.count({ where: { batchId: id } })).toBe(1);
  });

  it("goes by PostgreSQL's clock, as everything that changes a batch", async () => {
    const before = await stored();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2001-01-01T00:00:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    await update({ title: "After" });
    expect((await stored()).lastModified.getTime()).toBeGreaterThanOrEqual(before.lastModified.getTime());
  });

  it("changes a batch in any state", async () => {
    for (const status of ["CREATING", "PAUSED", "CREATED", "CANCELED", "FAILED"]) {
      await database().prisma.batch.update({ where: { id }, data: { status } });
      expect(await update({ title: status })).toMatchObject({ errors: [], batch: { title: status, status } });
    }
  });

  it("refuses a long title by its name, and changes nothing", async () => {
    const before = await stored();
    const errors = [{ code: "INVALID", path: ["title"], message: "must be at most 50 characters" }];
    expect(await update({ title: "x".repeat(51), description: "new" })).toEqual({ batch: null, errors });
    expect(await stored()).toEqual(before);
    expect((await update({ title: "🛰".repeat(50) })).errors).toEqual([]);
  });

  it("refuses what the database can't store by its name", async () => {
    expect(await update({ title: "\0" })).toMatchObject({ batch: null, errors: [{ code: "INVALID", path: ["title"] }] });
    expect(await update({ description: "a\ud800b" })).toMatchObject({ batch: null, errors: [{ code: "INVALID", path: ["description"] }] });
  });

  it("finds the batch by global id and integer id, and says where there is none", async () => {
    expect((await update({ title: "x" }, globalId("Batch", id))).batch?.id).toBe(globalId("Batch", id));
    expect((await update({ title: "x" }, String(id))).batch?.id).toBe(globalId("Batch", id));
    for (const unknown of [999_999, globalId("Job", id), "x", "", 0]) {
      const message = `There is no batch ${unknown}`;
      expect(await update({ title: "x" }, unknown)).toEqual({ batch: null, errors: [{ code: "NOT_FOUND", path: [], message }] });
    }
  });

  it("can't change the definition: the schema has no place for it", async () => {
    const input = { definition: { allJobs: true } } as UpdateBatchInput;
    expect(await refusal(updateBatch, { id, input })).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
