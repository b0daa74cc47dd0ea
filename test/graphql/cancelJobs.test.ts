import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import type { SelectJobsInput } from "../support/generated/graphql.js";
import { useGraphql } from "../support/graphql.js";
import { cancelJobs, workOf } from "../support/operatorMutations.js";
import { ownWork } from "../support/ownWork.js";
import { statusesOf } from "../support/work.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { workOn, fail, report } = ownWork(database, client);

const cancel = async (input: SelectJobsInput) => (await query(cancelJobs, { input })).cancelJobs;
const work = async (id: number) => (await query(workOf, { id })).batch;

describe("cancelJobs", () => {
  it("cancels jobs that have not started, blocks what stands behind them, and tells running ones to stop", async () => {
    const { batchId, take, job } = await workOn("@-a @-b @-c<@-b @-d<@-a");
    const [token] = await take(1);
    const [a, b] = [await job("a"), await job("b")];
    const [running, waiting] = a.status === "RUNNING" ? [a, b] : [b, a];
    const input = { jobIds: [String(running.id), String(waiting.id)], reason: "no disk" };
    expect(await cancel(input)).toEqual({ count: 2, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, CANCELED: 1, BLOCKED: 1, PENDING: 1 });
    expect(await cancel(input)).toEqual({ count: 0, errors: [] });
    expect((await report([{ token: token as string, heartbeat: {} }])).outcomes[0]?.shouldStop).toBe("job canceled: no disk");
    await fail([token as string]);
    expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 2, BLOCKED: 2 });
    expect(await work(batchId)).toMatchObject({ work: { finished: expect.any(String) } });
  });

  it("takes only jobs of the statuses that it is told", async () => {
    const { batchId, take } = await workOn("@-a @-b<@-a", 2);
    await take(1);
    expect(await cancel({ batchId: String(batchId), status: ["QUEUED"] })).toEqual({ count: 1, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, CANCELED: 1, PENDING: 1, BLOCKED: 1 });
    expect((await cancel({ batchId: String(batchId), status: ["COMPLETED"] })).errors).toEqual([
      { code: "INVALID", path: ["status"], message: "must be of PENDING, BLOCKED, QUEUED, RUNNING" },
    ]);
  });
});
