import { expect, test } from "vitest";
import { useDatabase } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { batchOf } from "../support/recipeViews.js";
import { expectSoundWorkAfterRaces, mostAtOnce } from "../support/soundWork.js";
import { drain, jobsOf, limitWork, makeWork, statusesOf } from "../support/work.js";
import { askByHttp, askWorkersDoor, type DoorClaim, type DoorReport } from "../support/workerRequests.js";

const database = useDatabase();

/** What a cancellation is answered. */
interface Canceled {
  readonly count: number;
  readonly errors: readonly { readonly code: string }[];
}
const cancelJob = 'mutation ($id: ID!) { cancelJobs(input: { jobIds: [$id], reason: "race" }) { count errors { code } } }';
const cancelBatch = 'mutation ($id: ID!) { cancelBatch(id: $id, reason: "race") { errors { code } } }';

/** $1 jobs. Finds executions whose worker was not told to stop. */
const untold = "SELECT id FROM job_exe WHERE job_id = ANY($1::int[]) AND stop_reason IS NULL";

/** Starts two gateways, processes of their own. @returns their addresses */
async function startGateways(): Promise<[string, string]> {
  const [one, other] = [startGatewayOn(database().url), startGatewayOn(database().url)];
  return Promise.all([one.address(), other.address()]);
}

/**
 * Claims and completes jobs at two gateways while something is done at both of them, and until nothing is left.
 * @param act gets their addresses
 */
async function besideWorkers(act: (gateways: readonly [string, string]) => Promise<void>): Promise<void> {
  const [one, other] = await startGateways();
  let isOver = false;
  const work = async (url: string) => {
    for (let reports: DoorReport[] = []; ; ) {
      const wasOver = isOver;
      const { outcomes, claims } = await askWorkersDoor(url, reports, { worker: "worker", max: 5 });
      for (const { error } of outcomes) expect(error).toBeNull();
      if (claims.length === 0 && wasOver) return;
      reports = claims.map(({ token }) => ({ token, completed: {} }));
    }
  };
  const workers = Promise.all([one, other, one, other].map(work));
  workers.catch(() => {});
  await act([one, other]).finally(() => {
    isOver = true;
  });
  await workers;
}

test("Of jobs that are canceled at one gateway while they are claimed or completed at another, each runs to its end or never, a thousand times", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 1100);
  // As they are handed out: in the order of their ids, and before their children, which are queued later.
  const first = (await jobsOf(database(), batchId)).filter(({ name }) => name === "a").map(({ id }) => id);
  const known = new Set<number>();
  const canceled = new Set<number>();
  let races = 0;
  /** Claims the next job while that is canceled, then completes what was claimed while that is canceled, and so on. */
  const race = async (workers: string, operators: string) => {
    const cancel = (id: number) => askByHttp<Canceled>(operators, cancelJob, { id });
    for (let claims: readonly DoorClaim[] = []; races < 1000 || claims.length > 0; races++) {
      const [inHand] = claims;
      // Claims are quicker than cancellations: one of the next few jobs is canceled, so that now the one wins, now the other.
      const next = first.filter((id) => !known.has(id)).slice(0, 8);
      const id = inHand?.job.databaseId ?? (next[races % next.length] as number);
      known.add(id);
      const reports = inHand ? [{ token: inHand.token, completed: {} }] : [];
      const order = inHand ? undefined : { worker: "worker", max: 1 };
      const [answer, { count, errors }] = await Promise.all([askWorkersDoor(workers, reports, order), cancel(id)]);
      expect(answer.outcomes.filter(({ accepted }) => !accepted)).toEqual([]);
      expect(errors).toEqual([]);
      if (count === 1) canceled.add(id);
      // It has run to its end, or was canceled by another one.
      else expect(await database().query({ text: `${untold} AND status = 'RUNNING'` }, [[id]])).toEqual([]);
      claims = answer.claims;
      for (const { job } of claims) known.add(job.databaseId);
    }
  };
  const [one, other] = await startGateways();
  await Promise.all([race(one, other), race(other, one), race(one, other), race(other, one)]);
  await drain(database());
  const jobs = await jobsOf(database(), batchId);
  const ended = jobs.filter(({ name }) => name === "a");
  expect(ended.filter(({ status }) => !["COMPLETED", "CANCELED"].includes(status))).toEqual([]);
  const { BLOCKED = 0, COMPLETED = 0, CANCELED = 0 } = await statusesOf(database(), batchId);
  expect([BLOCKED, COMPLETED]).toEqual([CANCELED, 2 * (1100 - CANCELED)]);
  expect(await database().query({ text: untold }, [[...canceled]])).toEqual([]);
  await expectSoundWorkAfterRaces(database());
  expect((await batchOf(database(), batchId)).workFinished).not.toBeNull();
});

test("After a batch's cancellation has been answered, none of its jobs is handed out, whoever claims and completes meanwhile", async () => {
  const batches: number[] = [];
  for (let i = 0; i < 40; i++) batches.push((await makeWork(database(), "c d<c", 15)).batchId);
  const limited = batches.filter((_, i) => i % 2 === 0);
  for (const batchId of limited) await limitWork(database(), batchId, 4);
  const answered = new Map<number, string>();
  await besideWorkers(async (gateways) => {
    for (const [i, id] of batches.entries()) {
      const { errors } = await askByHttp<Canceled>(gateways[i % 2] as string, cancelBatch, { id });
      const [row] = await database().query<{ now: string }>({ text: "SELECT clock_timestamp() AS now" });
      // Those that have run to their end by then are refused.
      if (errors.length === 0) answered.set(id, row?.now as string);
      else expect(errors).toEqual([{ code: "CONFLICT" }]);
    }
  });
  await expectSoundWorkAfterRaces(database());
  expect(answered.size).toBeGreaterThan(5);
  const late = `SELECT e.id FROM job_exe e JOIN job j ON j.id = e.job_id
    JOIN unnest($1::int[], $2::timestamptz[]) AS c (batch_id, answered) ON c.batch_id = j.batch_id WHERE e.started > c.answered`;
  expect(await database().query({ text: late }, [[...answered.keys()], [...answered.values()]])).toEqual([]);
  for (const batchId of answered.keys()) {
    const { PENDING = 0, QUEUED = 0, RUNNING = 0 } = await statusesOf(database(), batchId);
    expect({ PENDING, QUEUED, RUNNING }).toEqual({ PENDING: 0, QUEUED: 0, RUNNING: 0 });
    expect(await batchOf(database(), batchId)).toMatchObject({ workState: "CANCELED", workFinished: expect.any(Date) });
  }
  for (const batchId of limited) expect(await mostAtOnce(database(), batchId)).toBeLessThanOrEqual(4);
});
