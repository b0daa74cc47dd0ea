import { describe, expect, it } from "vitest";
import { cancelBatch, createBatch, pauseBatch, resumeBatch } from "../support/batchMutations.js";
import { expand, makeManyRecipes, makeType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { limitBatch, requeueJobs, workOf } from "../support/operatorMutations.js";
import { ownWork } from "../support/ownWork.js";
import { makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
const client = useGraphql(database, { trustedProxies: ["loopback"] });
const { query } = client;
const { workOn, complete, fail, report } = ownWork(database, client);
const asGrace = { "x-forwarded-user": "grace" };

const pause = async (id: number, reason?: string) => (await query(pauseBatch, { id, reason }, asGrace)).pauseBatch;
const resume = async (id: number) => (await query(resumeBatch, { id }, asGrace)).resumeBatch;
const cancel = async (id: number, reason?: string) => (await query(cancelBatch, { id, reason }, asGrace)).cancelBatch;
const limit = async (id: number, limits: { maxRunningJobs?: number | null; stopAfterFailedJobs?: number | null }) =>
  (await query(limitBatch, { id, limits })).updateBatch;
const work = async (id: number) => (await query(workOf, { id })).batch;

describe("pauseBatch after the creation", () => {
  it("holds the jobs that wait, lets running ones go on, and says who did it and why", async () => {
    const { batchId, take } = await workOn("@-a @-b<@-a", 3);
    const [first] = await take(1);
    const before = await work(batchId);
    expect(await pause(batchId, "look first")).toMatchObject({ errors: [], batch: { status: "CREATED" } });
    expect(await take()).toEqual([]);
    expect((await complete([first as string])).outcomes).toMatchObject([{ accepted: true, shouldStop: null }]);
    expect(await take()).toEqual([]);
    const held = await work(batchId);
    expect(held).toMatchObject({ status: "CREATED", work: { state: "HELD", jobs: { completed: 1, queued: 3, running: 0 } } });
    const change = { from: "RUNNING", to: "HELD", actor: "grace", reason: "look first" };
    expect(held?.workEvents).toEqual([...(before?.workEvents ?? []), change]);
    // Again, it changes nothing.
    expect((await pause(batchId, "again")).errors).toEqual([]);
    expect((await work(batchId))?.workEvents).toEqual(held?.workEvents);
  });

  it("is ended by resumeBatch, which wakes workers that wait", async () => {
    const { batchId, take } = await workOn("@-a", 3);
    await pause(batchId);
    const woken = new Promise((resolve) =>
      database().pool.connect((_error, listener, release) => {
        listener?.on("notification", ({ payload }) => {
          release(true);
          resolve(payload);
        });
        listener?.query("LISTEN job_queued").then(() => resume(batchId));
      }),
    );
    const { jobTypeId } = await database().prisma.job.findFirstOrThrow({ where: { batchId } });
    expect(await woken).toBe(String(jobTypeId));
    expect(await work(batchId)).toMatchObject({
      work: { state: "WAITING" },
      workEvents: [{ to: "HELD" }, { to: "WAITING", actor: "grace" }],
    });
    expect(await take()).toHaveLength(3);
    expect((await work(batchId))?.work.state).toBe("RUNNING");
    expect((await resume(batchId)).errors).toEqual([]);
  });

  it("is refused where no job is left to run, and so are resumeBatch and cancelBatch", async () => {
    const { batchId, take } = await workOn("@-a", 1);
    await complete(await take());
    expect(await work(batchId)).toMatchObject({ work: { state: "SUCCEEDED" } });
    const messages = [pause, resume, cancel].map(async (verb) => (await verb(batchId)).errors);
    const conflict = (state: string) => [{ code: "CONFLICT", path: [], message: `Batch ${batchId} is CREATED and can't become ${state}` }];
    expect(await Promise.all(messages)).toEqual([conflict("PAUSED"), conflict("CREATING"), conflict("CANCELED")]);
  });
});

describe("cancelBatch after the creation", () => {
  it("cancels all jobs that have not started, and tells the workers of the others why to stop", async () => {
    const { batchId, take } = await workOn("@-a @-b<@-a", 3);
    const [one, two] = await take(2);
    expect(await cancel(batchId, "a mistake")).toMatchObject({ errors: [], batch: { status: "CREATED" } });
    expect(await take()).toEqual([]);
    expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 2, CANCELED: 4 });
    expect(await work(batchId)).toMatchObject({ work: { state: "CANCELED", finished: null } });
    const beat = await report([{ token: one as string, heartbeat: {} }]);
    expect(beat.outcomes).toMatchObject([{ accepted: true, shouldStop: "batch canceled: a mistake" }]);
    // One stops, the other one completes all the same.
    await report([{ token: one as string, released: {} }]);
    expect((await complete([two as string])).outcomes).toMatchObject([{ accepted: true, job: { status: "COMPLETED" } }]);
    expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 5, COMPLETED: 1 });
    const ended = await work(batchId);
    expect(ended).toMatchObject({ status: "CREATED", work: { state: "CANCELED", finished: expect.any(String) } });
    expect(ended?.workEvents.at(-1)).toEqual({ from: "RUNNING", to: "CANCELED", actor: "grace", reason: "a mistake" });
    expect((await cancel(batchId)).errors).toEqual([]);
    expect((await work(batchId))?.workEvents).toEqual(ended?.workEvents);
    expect((await resume(batchId)).errors).toMatchObject([{ code: "CONFLICT" }]);
  });

  it("blocks the jobs of other batches that stand behind its jobs", async () => {
    const { batchId, type } = await workOn("@-a @-b<@-a", 1);
    const later = (await makeWork(database(), "", type, {})).batchId;
    expect(await statusesOf(database(), later)).toEqual({ QUEUED: 1, PENDING: 1 });
    const name = (await database().prisma.recipeJob.findFirstOrThrow({ where: { job: { batchId: later, status: "PENDING" } } })).jobName;
    const input = { recipeTypeId: String(type.id), definition: { jobNames: [name] } };
    const { batch } = (await query(createBatch, { input })).createBatch;
    await expand(database(), batch?.databaseId as number);
    await cancel(later);
    expect(await statusesOf(database(), batch?.databaseId as number)).toEqual({ BLOCKED: 1 });
    expect(await statusesOf(database(), batchId)).not.toHaveProperty("BLOCKED");
  });

  it("can be taken back by requeueing its jobs: the work goes on", async () => {
    const { batchId, take } = await workOn("@-a @-b<@-a", 2);
    await cancel(batchId);
    const input = { batchId: String(batchId), status: ["CANCELED" as const], reason: "no mistake" };
    expect((await query(requeueJobs, { input }, asGrace)).requeueJobs).toEqual({ count: 4, errors: [] });
    const again = await work(batchId);
    expect(again).toMatchObject({ work: { state: "RUNNING", finished: null, jobs: { queued: 2, pending: 2 } } });
    expect(again?.workEvents.at(-1)).toEqual({ from: "CANCELED", to: "RUNNING", actor: "grace", reason: "no mistake" });
    await complete(await take());
    await complete(await take());
    expect(await work(batchId)).toMatchObject({ work: { state: "SUCCEEDED", recipesCompleted: 2 } });
  });
});

describe("The limits of a batch", () => {
  it("are given at its creation, changed one by one, and taken away by null", async () => {
    const type = await makeType(database(), "limited");
    await makeManyRecipes(database(), type, 1);
    const limits = { maxRunningJobs: 2, stopAfterFailedJobs: 5 };
    const { batch } = (await query(createBatch, { input: { recipeTypeId: String(type.id), definition: {}, limits } })).createBatch;
    const id = batch?.databaseId as number;
    expect((await work(id))?.limits).toEqual(limits);
    const { lastModified } = await database().prisma.batch.findUniqueOrThrow({ where: { id } });
    expect((await limit(id, { maxRunningJobs: 7 })).batch?.limits).toEqual({ maxRunningJobs: 7, stopAfterFailedJobs: 5 });
    expect((await limit(id, { maxRunningJobs: null, stopAfterFailedJobs: 1 })).batch?.limits).toEqual({
      maxRunningJobs: null,
      stopAfterFailedJobs: 1,
    });
    // REST callers notice nothing of it.
    expect((await database().prisma.batch.findUniqueOrThrow({ where: { id } })).lastModified).toEqual(lastModified);
  });

  it("are from 1 on", async () => {
    const { batchId } = await workOn("@-a", 1);
    const path = (name: string) => ({ code: "INVALID", path: ["limits", name], message: "must be an integer from 1 on, or null" });
    expect(await limit(batchId, { maxRunningJobs: 0, stopAfterFailedJobs: -1 })).toEqual({
      batch: null,
      errors: [path("maxRunningJobs"), path("stopAfterFailedJobs")],
    });
  });

  it("make two batches of one idempotency key differ", async () => {
    const type = await makeType(database(), "once");
    const input = { recipeTypeId: String(type.id), definition: {} };
    const create = async (limits?: object) =>
      (await query(createBatch, { input: { ...input, ...(limits && { limits }) }, idempotencyKey: "limits" })).createBatch;
    await create({ maxRunningJobs: 1 });
    expect(await create({ maxRunningJobs: 1 })).toMatchObject({ replayed: true });
    expect((await create({ maxRunningJobs: 2 })).errors).toMatchObject([{ code: "IDEMPOTENCY_MISMATCH" }]);
    expect((await create()).errors).toMatchObject([{ code: "IDEMPOTENCY_MISMATCH" }]);
  });

  it("hold back and let go claims from the moment that they are changed", async () => {
    const { batchId, take } = await workOn("@-a", 5);
    await limit(batchId, { maxRunningJobs: 2 });
    expect(await take()).toHaveLength(2);
    expect(await take()).toEqual([]);
    await limit(batchId, { maxRunningJobs: 3 });
    expect(await take()).toHaveLength(1);
    await limit(batchId, { maxRunningJobs: null });
    expect(await take()).toHaveLength(2);
  });

  it("hold the work after so many failures, not counting those before it was resumed", async () => {
    const { batchId, take } = await workOn("@-a", 8);
    await limit(batchId, { stopAfterFailedJobs: 2 });
    const claims = await take(5);
    await fail([claims[0] as string]);
    expect((await work(batchId))?.work.state).toBe("RUNNING");
    await fail([claims[1] as string]);
    expect(await work(batchId)).toMatchObject({ work: { state: "HELD", jobs: { failed: 2, running: 3 } } });
    expect(await take()).toEqual([]);
    await resume(batchId);
    await fail([claims[2] as string]);
    expect((await work(batchId))?.work.state).toBe("RUNNING");
    await fail([claims[3] as string]);
    expect((await work(batchId))?.work.state).toBe("HELD");
    // Requeued jobs that fail anew count anew.
    await resume(batchId);
    expect((await query(requeueJobs, { input: { batchId: String(batchId) } })).requeueJobs.count).toBe(4);
    await fail((await take()).slice(0, 2));
    expect((await work(batchId))?.work.state).toBe("HELD");
  });

  it("hold the work at once if it has failed too often already", async () => {
    const { batchId, take } = await workOn("@-a", 3);
    await fail(await take(2));
    await limit(batchId, { stopAfterFailedJobs: 2 });
    expect((await work(batchId))?.work.state).toBe("HELD");
  });
});
