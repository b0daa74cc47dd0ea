import { expect, test } from "vitest";
import { resumeBatch } from "../../src/domain/batch/change/resumeBatch.js";
import { endOverdue } from "../../src/domain/execution/endOverdue.js";
import type { JobClaim } from "../../src/domain/execution/jobClaims.js";
import type { JobReport } from "../../src/domain/execution/jobReports.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { ada, expand, makeManyRecipes, makeType, revise, runBatch, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { executionsOf, expectSoundWork } from "../support/soundWork.js";
import { claim, completed, drain, failed, jobsOf, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
const report = async (...reports: JobReport[]) => (await reportJobs(database(), reports)).map(({ problem }) => problem?.code ?? null);
const retryable = (one: JobClaim): JobReport => ({ ...(failed(one) as JobReport & { kind: "failed" }), retryable: true });
const released = ({ token }: JobClaim): JobReport => ({ token, kind: "released", reason: null });

/** Claims a job of a type alone. */
async function claimOne(name: string): Promise<JobClaim> {
  const [one] = await claim(database(), { max: 1, jobTypes: [{ name, version: null }] });
  if (!one) throw new Error(`Nothing of type ${name} can be claimed`);
  return one;
}

/** Lets a time of the running executions pass, and has the keeper look, who has looked a second ago. */
async function pass(column: "lease_expires" | "times_out"): Promise<void> {
  await database().query({ text: `UPDATE job_exe SET ${column} = now() WHERE status = 'RUNNING'` });
  await database().query({ text: "UPDATE job_watch SET looked = now() - interval '1 s'" });
  await endOverdue(database());
}

test("A token with the secret of another execution is refused, and changes nothing", async () => {
  const { batchId } = await makeWork(database(), "secret", 2);
  const [one, other] = [await claimOne("secret"), await claimOne("secret")];
  const token = `${one.token.split(".")[0]}.${other.token.split(".")[1]}`;
  const reports: JobReport[] = [completed({ token }), failed({ token }), { token, kind: "heartbeat", leaseSeconds: 3600, logTail: null }];
  expect(await report(...reports)).toEqual(Array(3).fill("STALE_EXECUTION"));
  expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 2 });
  expect(await database().prisma.jobExe.count({ where: { status: "RUNNING", leaseSeconds: 3600 } })).toBe(0);
  expect(await report(completed(one), completed(other))).toEqual([null, null]);
});

test("The heartbeat of a job that was superseded hears that it should stop; what it completes all the same is recorded", async () => {
  const { batchId, type } = await makeWork(database(), "outdated");
  const { token } = await claimOne("outdated");
  const beat: JobReport = { token, kind: "heartbeat", leaseSeconds: null, logTail: null };
  const shouldStop = async () => (await reportJobs(database(), [beat])).map((outcome) => outcome.shouldStop);
  expect(await shouldStop()).toEqual([null]);
  await makeWork(database(), "", type);
  expect(await shouldStop()).toEqual(["The job was superseded"]);
  expect(await report(completed({ token }))).toEqual([null]);
  expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 1 });
  await drain(database());
  await expectSoundWork(database());
});

test("Tries are used up by failures, lost leases and timeouts, each followed by a backoff, and not by releases", async () => {
  const { batchId } = await makeWork(database(), "tried after<tried", 1, { jobTypes: { tried: { max_tries: 3 } } });
  const expectBackoff = async () => {
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 1, PENDING: 1 });
    expect(await claim(database())).toEqual([]);
    await database().query({ text: "UPDATE job SET queued = now() WHERE status = 'QUEUED'" });
  };
  for (let i = 0; i < 5; i++) expect(await report(released(await claimOne("tried")))).toEqual([null]);
  expect(await report(retryable(await claimOne("tried")))).toEqual([null]);
  await expectBackoff();
  await claimOne("tried");
  await pass("lease_expires");
  await expectBackoff();
  expect(await report(released(await claimOne("tried")))).toEqual([null]);
  await claimOne("tried");
  await pass("times_out");
  expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 1, BLOCKED: 1 });
  expect(await executionsOf(database(), batchId)).toEqual({ RELEASED: 6, FAILED: 2, LOST: 1 });
  const job = await database().prisma.job.findFirstOrThrow({ where: { batchId, status: "FAILED" }, include: { error: true } });
  expect(job.error?.name).toBe("timeout");
  expect((await batchOf(database(), batchId)).workState).toBe("FAILED");
  await expectSoundWork(database());
});

test("A kept job that completes queues its children in the recipe that keeps it", async () => {
  const type = await makeType(database(), "kept old<kept");
  await makeManyRecipes(database(), type, 2);
  const first = await submit(database(), type, { all_jobs: true });
  await expand(database(), first);
  const claims = [await claimOne("kept"), await claimOne("kept")];
  // While it runs, the recipes are superseded by others that keep it and have another child of it.
  const second = await runBatch(database(), await revise(database(), type, "kept new<kept"));
  expect(await statusesOf(database(), second)).toEqual({ PENDING: 2 });
  expect(await report(...claims.map(completed))).toEqual([null, null]);
  expect(await statusesOf(database(), second)).toEqual({ QUEUED: 2 });
  expect(await statusesOf(database(), first)).toEqual({ COMPLETED: 2, CANCELED: 2 });
  expect(await drain(database())).toBe(2);
  expect((await batchOf(database(), second)).workState).toBe("SUCCEEDED");
  await expectSoundWork(database());
});

test("A report that waits for a recipe to be superseded queues the children in the one that supersedes it", async () => {
  const type = await makeType(database(), "waited old<waited");
  await makeManyRecipes(database(), type, 2);
  await expand(database(), await submit(database(), type, { all_jobs: true }));
  const claims = [await claimOne("waited"), await claimOne("waited")];
  const second = await submit(database(), await revise(database(), type, "waited new<waited"));
  const waiting = { text: "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'" };
  let reported: Promise<unknown> | undefined;
  await database().transaction(async (tx) => {
    await expand(tx, second);
    reported = report(...claims.map(completed));
    await expect.poll(() => database().query(waiting), { timeout: 10_000 }).toHaveLength(1);
  });
  expect(await reported).toEqual([null, null]);
  expect(await statusesOf(database(), second)).toEqual({ QUEUED: 2 });
  expect(await drain(database())).toBe(2);
  await expectSoundWork(database());
});

test("The lower priority number comes first; among equals the batches take turns; within a batch, the job that was queued first", async () => {
  const large = await makeWork(database(), "turn", 100);
  const small = await makeWork(database(), "turn", 3);
  const urgent = await makeWork(database(), "turn", 2);
  await database().query({ text: "UPDATE job SET priority = 10 WHERE batch_id = $1::int" }, [urgent.batchId]);
  const batchOfJob = new Map<number, number>();
  for (const { batchId } of [large, small, urgent]) for (const { id } of await jobsOf(database(), batchId)) batchOfJob.set(id, batchId);
  const order: JobClaim[] = [];
  for (let i = 0; i < 8; i++) order.push(await claimOne("turn"));
  const batches = order.map(({ jobId }) => batchOfJob.get(jobId));
  expect(batches.slice(0, 2)).toEqual([urgent.batchId, urgent.batchId]);
  expect(batches.slice(2).filter((id) => id === small.batchId)).toHaveLength(3);
  const ofLarge = order.filter(({ jobId }) => batchOfJob.get(jobId) === large.batchId).map(({ jobId }) => jobId);
  expect(ofLarge).toEqual((await jobsOf(database(), large.batchId)).slice(0, 3).map(({ id }) => id));
  await report(...order.map(completed));
  await drain(database());
  await expectSoundWork(database());
});

test("Results of 1 MB are refused, and change nothing: the worker can still report", async () => {
  const { batchId } = await makeWork(database(), "big");
  const one = await claimOne("big");
  const output_data = [{ name: "out", value: "x".repeat(1_048_576) }];
  expect(await report({ ...completed(one), results: { version: "1.0", output_data } } as JobReport)).toEqual(["TOO_LARGE"]);
  expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1 });
  expect(await report(completed(one))).toEqual([null]);
  await expectSoundWork(database());
});

test("Of a message the beginning is kept, of a log its end", async () => {
  await makeWork(database(), "wordy");
  const one = await claimOne("wordy");
  const long = `begin${"x".repeat(100_000)}end`;
  const kept = () => database().prisma.jobExe.findFirstOrThrow({ where: { job: { jobType: { name: "wordy" } } } });
  await report({ token: one.token, kind: "heartbeat", leaseSeconds: null, logTail: long });
  expect((await kept()).logTail).toBe(long.slice(-16_384));
  await report({ ...failed(one), message: long, logTail: `${long}!` } as JobReport);
  const { message, logTail } = await kept();
  expect(message).toBe(long.slice(0, 2000));
  expect(logTail).toBe(`${long}!`.slice(-16_384));
  await expectSoundWork(database());
});

test("A completion waits for no other one of its batch and job type that has not committed: they change no count together", async () => {
  const { batchId } = await makeWork(database(), "counted", 3);
  const [one, other] = [await claimOne("counted"), await claimOne("counted")];
  await database().transaction(async (tx) => {
    expect(await reportJobs(tx, [completed(one)])).toMatchObject([{ problem: null }]);
    expect(await report(completed(other))).toEqual([null]);
    expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 1, RUNNING: 1, QUEUED: 1 });
  });
  await drain(database());
  await expectSoundWork(database());
});

test("A batch that is to stop after so many failed jobs is held by the last of them, and goes on when it is resumed", async () => {
  const { batchId } = await makeWork(database(), "frail", 10);
  await database().query({ text: "UPDATE batch SET stop_after_failed_jobs = 2 WHERE id = $1::int" }, [batchId]);
  const running = await claimOne("frail");
  await report(failed(await claimOne("frail")));
  expect((await batchOf(database(), batchId)).workState).toBe("RUNNING");
  await report(failed(await claimOne("frail")));
  expect((await batchOf(database(), batchId)).workState).toBe("HELD");
  expect(await claim(database())).toEqual([]);
  expect(await report(completed(running))).toEqual([null]);
  await resumeBatch(database(), ada, batchId);
  expect(await drain(database())).toBe(7);
  expect((await batchOf(database(), batchId)).workState).toBe("FAILED");
  await expectSoundWork(database());
});
