import { describe, expect, test } from "vitest";
import { useDatabase } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { executionsOf, expectSoundWork, mostAtOnce } from "../support/soundWork.js";
import { startTestWorker, wrongClock } from "../support/testWorker.js";
import { drain, limitWork, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
/** A lease lasts five seconds. */
const soon = { timeout: 40_000, interval: 50 };
const executions = (batchId: number) => executionsOf(database(), batchId);
/** Ends the backoff of all jobs. */
const endBackoffs = () => database().query({ text: "UPDATE job SET queued = now() WHERE status = 'QUEUED'" });

describe("A worker", () => {
  test("that is killed with 100 executions in hand loses them when their leases run out; others run the jobs", async () => {
    const { batchId } = await makeWork(database(), "a b<a", 150);
    await limitWork(database(), batchId, 120);
    const url = await startGatewayOn(database().url).address();
    const worker = await startTestWorker(url, "killed", 100);
    expect(worker.claimed).toBe(100);
    worker.signal("SIGKILL");
    // The others go on meanwhile, and get nothing of what the dead one holds.
    expect(await drain(database())).toBe(100);
    await expect.poll(() => executions(batchId), soon).toEqual({ COMPLETED: 100, LOST: 100 });
    expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 100, QUEUED: 100, PENDING: 100 });
    await endBackoffs();
    expect(await drain(database())).toBe(200);
    expect(await executions(batchId)).toEqual({ COMPLETED: 300, LOST: 100 });
    expect(await mostAtOnce(database(), batchId)).toBe(120);
    await expectSoundWork(database());
  });

  test("that was stopped for longer than its lease is refused when it wakes, and changes nothing", async () => {
    const { batchId } = await makeWork(database(), "c d<c", 20);
    const url = await startGatewayOn(database().url).address();
    const worker = await startTestWorker(url, "stopped", 20);
    expect(worker.claimed).toBe(20);
    worker.signal("SIGSTOP");
    await expect.poll(() => executions(batchId), soon).toEqual({ LOST: 20 });
    await endBackoffs();
    const other = await startTestWorker(url, "other", 10);
    expect(other.claimed).toBe(10);
    worker.signal("SIGCONT");
    const outcomes = await worker.complete();
    expect(outcomes.map(({ accepted, error }) => [accepted, error?.code])).toEqual(Array(20).fill([false, "STALE_EXECUTION"]));
    expect(await executions(batchId)).toEqual({ LOST: 20, RUNNING: 10 });
    expect((await other.complete()).every(({ accepted }) => accepted)).toBe(true);
    expect(await drain(database())).toBe(30);
    expect(await executions(batchId)).toEqual({ COMPLETED: 40, LOST: 20 });
    await expectSoundWork(database());
  });

  test("whose clock is wrong by an hour, at a gateway whose clock is wrong by an hour, runs its jobs: only the database's counts", async () => {
    const { batchId } = await makeWork(database(), "e f<e", 10);
    const url = await startGatewayOn(database().url, { NODE_OPTIONS: wrongClock(1) }).address();
    const worker = await startTestWorker(url, "early", 5, [wrongClock(-1)]);
    const other = await startTestWorker(url, "late", 5, [wrongClock(1)]);
    expect([worker.claimed, other.claimed]).toEqual([5, 5]);
    const text = `SELECT bool_and(lease_expires BETWEEN clock_timestamp() AND clock_timestamp() + interval '5 s'
        AND times_out > clock_timestamp() AND started <= clock_timestamp()) AS "isRight" FROM job_exe WHERE status = 'RUNNING'`;
    expect(await database().query({ text })).toEqual([{ isRight: true }]);
    // For longer than their leases, which they renew. The keeper of that gateway looks each second.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(await executions(batchId)).toEqual({ RUNNING: 10 });
    for (const one of [worker, other]) expect((await one.complete()).every(({ accepted }) => accepted)).toBe(true);
    expect(await drain(database())).toBe(10);
    expect(await executions(batchId)).toEqual({ COMPLETED: 20 });
    await expectSoundWork(database());
  });
});
