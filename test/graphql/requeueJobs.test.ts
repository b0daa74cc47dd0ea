import { describe, expect, it } from "vitest";
import { runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { SelectJobsInput } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { cancelJobs, requeueJobs, workOf } from "../support/operatorMutations.js";
import { ownWork } from "../support/ownWork.js";
import { statusesOf } from "../support/work.js";

const database = useDatabase();
const client = useGraphql(database, { trustedProxies: ["loopback"] });
const { query } = client;
const { workOn, complete, fail } = ownWork(database, client);

const requeue = async (input: SelectJobsInput) => (await query(requeueJobs, { input }, { "x-forwarded-user": "grace" })).requeueJobs;
const cancel = async (input: SelectJobsInput) => (await query(cancelJobs, { input })).cancelJobs;
const work = async (id: number) => (await query(workOf, { id })).batch;

describe("requeueJobs", () => {
  it("runs failed jobs again with new tries, and what was blocked behind them follows", async () => {
    const { batchId, take, job } = await workOn("@-a @-b<@-a @-c<@-b");
    await fail(await take());
    expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 1, BLOCKED: 2 });
    expect(await work(batchId)).toMatchObject({ work: { state: "FAILED", finished: expect.any(String) } });
    const failed = await job("a");
    expect(await requeue({ jobIds: [globalId("Job", failed.id)], reason: "mended" })).toEqual({ count: 1, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 1, PENDING: 2 });
    expect(await job("a")).toMatchObject({ errorId: null, ended: null, numExes: 1, maxTries: 1 + 3, data: failed.data });
    const going = await work(batchId);
    expect(going).toMatchObject({ work: { state: "RUNNING", finished: null } });
    expect(going?.workEvents.at(-1)).toEqual({ from: "FAILED", to: "RUNNING", actor: "grace", reason: "mended" });
    for (let step = 1; step <= 3; step++) await complete(await take());
    expect(await work(batchId)).toMatchObject({ work: { state: "SUCCEEDED", recipesCompleted: 1 } });
  });

  it("takes all FAILED jobs of a batch by default, and CANCELED ones where they are asked for", async () => {
    const { batchId, take } = await workOn("@-a", 4);
    const [one, two] = await take(2);
    await fail([one as string, two as string]);
    await cancel({ batchId: String(batchId) });
    expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 2, CANCELED: 2 });
    expect(await requeue({ batchId: globalId("Batch", batchId) })).toEqual({ count: 2, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 2, CANCELED: 2 });
    expect(await requeue({ batchId: String(batchId), status: ["FAILED", "CANCELED"] })).toEqual({ count: 2, errors: [] });
    expect(await requeue({ batchId: String(batchId), status: ["FAILED", "CANCELED"] })).toEqual({ count: 0, errors: [] });
  });

  it("leaves a job BLOCKED as long as another one before it has failed", async () => {
    const { batchId, take, job } = await workOn("@-a @-b @-c<@-a+@-b");
    await fail(await take());
    await requeue({ jobIds: [String((await job("a")).id)] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 1, FAILED: 1, BLOCKED: 1 });
    await requeue({ jobIds: [String((await job("b")).id)] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 2, PENDING: 1 });
  });

  it("leaves superseded jobs alone, and refuses to be asked for nothing else", async () => {
    const { batchId, type, take, job } = await workOn("@-a");
    await fail(await take());
    await runBatch(database(), type, { all_jobs: true });
    const { id } = await job("a");
    expect(await requeue({ jobIds: [String(id)] })).toEqual({
      count: 0,
      errors: [{ code: "CONFLICT", path: ["jobIds"], message: "are of superseded jobs, which don't run again" }],
    });
    expect(await requeue({ batchId: String(batchId) })).toEqual({ count: 0, errors: [] });
    expect((await job("a")).status).toBe("FAILED");
  });

  it("names what is wrong with its input", async () => {
    const { batchId } = await workOn("@-a");
    const creator = await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
    const cases: [SelectJobsInput, object[]][] = [
      [{}, [{ code: "INVALID", path: [], message: "Exactly one of jobIds and batchId must be given" }]],
      [{ jobIds: [], batchId: "1" }, [{ code: "INVALID", path: [], message: "Exactly one of jobIds and batchId must be given" }]],
      [{ batchId: "999999" }, [{ code: "NOT_FOUND", path: ["batchId"], message: "names no batch" }]],
      [{ batchId: String(batchId), status: ["QUEUED"] }, [{ code: "INVALID", path: ["status"], message: "must be of FAILED, CANCELED" }]],
      [
        { jobIds: ["x", String(creator.creatorJobId)] },
        [
          { code: "NOT_FOUND", path: ["jobIds", "0"], message: "names no job" },
          { code: "INVALID", path: ["jobIds", "1"], message: "is a job that no batch has made" },
        ],
      ],
      [{ jobIds: Array.from({ length: 1001 }, () => "1") }, [{ code: "TOO_LARGE", path: ["jobIds"], message: "must be at most 1000 ids" }]],
      [
        { batchId: String(batchId), reason: "x".repeat(1001) },
        [{ code: "TOO_LARGE", path: ["reason"], message: "must be at most 1000 characters" }],
      ],
    ];
    for (const [input, errors] of cases) expect(await requeue(input)).toEqual({ count: 0, errors });
  });
});
