import { beforeAll, describe, expect, it } from "vitest";
import { cancelBatch } from "../support/batchMutations.js";
import { makeManyRecipes, makeType, type TestType } from "../support/catalogue.js";
import { expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";
import { submitInSlices, tracesOf, useWorker, whenDone } from "../support/worker.js";

const database = useDatabase();
const { query } = useGraphql(database);
const worker = useWorker(database);

const recipes = 150;
let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse index<publish");
  await makeManyRecipes(database(), type, recipes);
  await worker.start();
});

const cancel = async (id: number) => (await query(cancelBatch, { id, reason: "enough" })).cancelBatch;

/** Cancels a batch while a worker makes it, when it has made so many recipes. */
async function cancelAt(made: number) {
  const id = await submitInSlices(database(), type, { job_names: ["publish"] });
  await whenDone(database(), id, made);
  const { batch, errors } = await cancel(id);
  const [atOnce, rows] = [await tracesOf(database(), id), await rowCounts(database())];
  return { id, batch, errors, atOnce, rows };
}

describe("cancelBatch while a worker makes the batch", () => {
  // From before the first recipe to the last ones, in no regular steps.
  const moments = Array.from({ length: 16 }, (_, i) => Math.floor((i * i * 37) % recipes));

  it.each(moments)("lets no further recipe be made, %i of 150 being there", async (made) => {
    const { id, batch, errors, atOnce, rows } = await cancelAt(made);
    await worker.settled();
    expect(errors).toEqual([]);
    if (batch?.status === "CREATED") {
      // The worker was faster: all recipes had been made, and their jobs alone were canceled.
      expect(atOnce).toMatchObject({ created: recipes, made: { CANCELED: 2 * recipes } });
      return;
    }
    expect(batch).toMatchObject({ status: "CANCELED", creatorJob: { status: "CANCELED" } });
    expect(batch?.createdCount).toBeGreaterThanOrEqual(made);
    // What there was when the answer came is all there ever is, and the counts say so.
    const { "graphile_worker._private_jobs": _queue, ...before } = rows;
    expect(await rowCounts(database())).toMatchObject(before);
    expect(await tracesOf(database(), id)).toEqual(atOnce);
    expect({ created: batch?.createdCount, failed: batch?.failedCount }).toEqual({ created: atOnce.created, failed: atOnce.failed });
    expect(batch?.totalCount).toBe(recipes);
    // What it had still to do, a recipe in each slice, stays written down for who wants to go on with it.
    expect(await database().prisma.batchSlice.count({ where: { batchId: id } })).toBe(recipes - atOnce.created - atOnce.failed);
    // Each of its recipes has two jobs of its own, which are canceled, and one that is kept, which is not.
    expect(atOnce.made).toEqual(atOnce.created === 0 ? {} : { CANCELED: 2 * atOnce.created });
    expect(atOnce.kept).toEqual(atOnce.created === 0 ? {} : { COMPLETED: atOnce.created });
    expect(batch?.events.at(-1)).toEqual({ from: expect.any(String), to: "CANCELED", actor: "Anonymous", reason: "enough" });
    expect(batch?.events.filter(({ to }) => to === "CANCELED" || to === "CREATED")).toHaveLength(1);
  });

  it("never waits for what waits for it", async () => {
    const text = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
    expect(await database().query({ text })).toEqual([{ deadlocks: 0 }]);
  });

  it("leaves every recipe with one successor, whole, and as many recipes as there were", async () => {
    await expectSound(database());
    expect(await database().prisma.recipe.count({ where: { isSuperseded: false } })).toBe(recipes);
  });
});

describe("The jobs of a batch that is canceled", () => {
  it("that have started go on, and those that it kept are left in any state", async () => {
    const { prisma } = database();
    const states = ["PENDING", "BLOCKED", "QUEUED", "RUNNING", "FAILED", "COMPLETED"];
    await worker.stop();
    const id = await submitInSlices(database(), type, { job_names: ["publish"] });
    await worker.start();
    await whenDone(database(), id, 20);
    await worker.stop();
    const jobs = await prisma.batchJob.findMany({ where: { batchId: id }, orderBy: { id: "asc" } });
    const original = jobs.filter(({ isOriginal }) => isOriginal).slice(0, 6);
    const kept = jobs.filter(({ isOriginal }) => !isOriginal).slice(0, 6);
    for (const list of [original, kept]) {
      for (const [i, { jobId }] of list.entries())
        await prisma.job.update({ where: { id: jobId as number }, data: { status: states[i] as string } });
    }
    const before = await prisma.job.findMany({ where: { id: { in: kept.map(({ jobId }) => jobId as number) } }, orderBy: { id: "asc" } });

    expect(await cancel(id)).toMatchObject({ errors: [], batch: { status: "CANCELED" } });
    const statusOf = async ({ jobId }: (typeof jobs)[number]) =>
      (await prisma.job.findUniqueOrThrow({ where: { id: jobId as number } })).status;
    expect(await Promise.all(original.map(statusOf))).toEqual(["CANCELED", "CANCELED", "CANCELED", "RUNNING", "FAILED", "COMPLETED"]);
    expect(await prisma.job.findMany({ where: { id: { in: before.map((job) => job.id) } }, orderBy: { id: "asc" } })).toEqual(before);
  });
});
