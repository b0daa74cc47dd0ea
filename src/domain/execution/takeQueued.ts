import type { Queries } from "../../db/database.js";
import { countRunning, type RunningRow } from "../../db/sql/execution/countRunning.js";
import { lockQueuesAlone, shareQueues } from "../../db/sql/execution/queueLocks.js";
import type { LaneRow } from "../../db/sql/execution/selectLanes.js";
import { type TakenRow, takeJobs } from "../../db/sql/execution/takeJobs.js";
import { gatewayActor } from "../actor.js";
import type { ClaimOrder } from "./jobClaims.js";
import { moveWork } from "./moveWork.js";
import { type Share, shareOut } from "./shareOut.js";
import { hashOf } from "./tokens.js";

/** The batch that was last served. Each process remembers its own: what each shares out in turn, all of them together do, too. */
let lastServed = 0;

/** For whom jobs are taken. */
export interface Claimant extends Pick<ClaimOrder, "worker" | "leaseSeconds"> {
  /** Of the claim that has begun, and keeps what is taken; null: none does. */
  readonly requestHash: string | null;
}

/** A place for a job: who gets it, and the secret of its token. */
export interface Place {
  readonly claimant: Claimant;
  readonly secret: string;
}

/**
 * Takes jobs out of the queue, priority by priority and round by round. In a round each batch gets its share; what one batch could not use
 * goes to the others in the next round.
 * @param lanes those that have jobs to hand out
 * @returns at most a row for each place, in the order of the places
 */
export async function takeQueued(tx: Queries, places: readonly Place[], lanes: readonly LaneRow[]): Promise<TakenRow[]> {
  const taken: TakenRow[] = [];
  for (let left = lanes; left.length > 0 && taken.length < places.length; ) {
    const free = places.slice(taken.length);
    const shares = shareOut(left, free.length, lastServed);
    const { granted, opened } = await openQueues(tx, shares);
    const [, rows] = await Promise.all([opened, take(tx, free, granted)]);
    taken.push(...rows);
    /** How many jobs each lane has given. */
    const given = new Map<LaneRow, number>();
    for (const { share } of rows) {
      const { lane } = granted[share - 1] as Share<LaneRow>;
      given.set(lane, (given.get(lane) ?? 0) + 1);
      lastServed = lane.batchId;
    }
    const started = new Set([...given.keys()].filter(({ isNew }) => isNew).map(({ batchId }) => batchId));
    if (started.size > 0) await moveWork(tx, [...started], { from: ["WAITING"], to: "RUNNING", actor: gatewayActor, reason: null });
    const exhausted = new Set(shares.filter(({ lane, jobs }) => (given.get(lane) ?? 0) < jobs).map(({ lane }) => lane));
    left = left.filter((lane) => !exhausted.has(lane));
  }
  return taken;
}

async function take(tx: Queries, free: readonly Place[], shares: readonly Share<LaneRow>[]): Promise<TakenRow[]> {
  const places = free.slice(
    0,
    shares.reduce((sum, { jobs }) => sum + jobs, 0),
  );
  if (places.length === 0) return [];
  const claimants = [...new Set(places.map(({ claimant }) => claimant))];
  const numbers = new Map(claimants.map((claimant, i) => [claimant, i + 1]));
  return tx.query<TakenRow>(takeJobs, [
    ...columnsOf(shares),
    claimants.map(({ worker }) => worker),
    claimants.map(({ leaseSeconds }) => leaseSeconds),
    claimants.map(({ requestHash }) => requestHash),
    places.map(({ claimant }) => numbers.get(claimant)),
    // As PostgreSQL's text: pg would escape each of them.
    `{${places.map(({ secret }) => hashOf(secret)).join()}}`,
  ]);
}

const columnsOf = (shares: readonly Share<LaneRow>[]) => [
  shares.map(({ lane }) => lane.jobTypeId),
  shares.map(({ lane }) => lane.priority),
  shares.map(({ lane }) => lane.batchId),
  shares.map(({ jobs }) => jobs),
  shares.map(({ lane }) => lane.maxRunningJobs ?? -1),
  shares.map(({ lane }) => lane.maxRunningOfType ?? -1),
];

/**
 * Takes the locks under which jobs of these lanes may be handed out, until the transaction ends. Where a batch or a job type is capped,
 * nobody else hands out its jobs meanwhile, so that what runs can be counted.
 * @returns the shares, made smaller where a cap leaves less, and a promise of the locks, for which statements that follow need not wait
 */
async function openQueues(
  tx: Queries,
  shares: readonly Share<LaneRow>[],
): Promise<{ granted: readonly Share<LaneRow>[]; opened: Promise<unknown> }> {
  const batches = capsOf(shares, ({ batchId, maxRunningJobs }) => [batchId, maxRunningJobs]);
  const types = capsOf(shares, ({ jobTypeId, maxRunningOfType }) => [jobTypeId, maxRunningOfType]);
  const capped = [idsOf(batches, true), idsOf(types, true)];
  const hasCaps = capped.some((ids) => ids.length > 0);
  const alone = hasCaps && tx.query(lockQueuesAlone, capped);
  const shared = tx.query(shareQueues, [idsOf(batches, false), idsOf(types, false)]);
  const opened = Promise.all([alone, shared]);
  if (!hasCaps) return { granted: shares, opened };
  await opened;
  for (const { batchId, jobTypeId, running } of await tx.query<RunningRow>(countRunning, capped)) {
    const [caps, id] = batchId === null ? [types, jobTypeId as number] : [batches, batchId];
    caps.set(id, Math.max(0, (caps.get(id) ?? 0) - running));
  }
  const granted = shares.flatMap(({ lane, jobs }) => {
    const room = Math.min(jobs, batches.get(lane.batchId) ?? jobs, types.get(lane.jobTypeId) ?? jobs);
    for (const [caps, id] of [
      [batches, lane.batchId],
      [types, lane.jobTypeId],
    ] as const) {
      const cap = caps.get(id) ?? null;
      if (cap !== null) caps.set(id, cap - room);
    }
    return room > 0 ? [{ lane, jobs: room }] : [];
  });
  return { granted, opened };
}

const capsOf = (
  shares: readonly Share<LaneRow>[],
  capOf: (lane: LaneRow) => [id: number, cap: number | null],
): Map<number, number | null> => new Map(shares.map(({ lane }) => capOf(lane)));

const idsOf = (caps: ReadonlyMap<number, number | null>, isCapped: boolean): number[] =>
  [...caps].flatMap(([id, cap]) => ((cap !== null) === isCapped ? [id] : []));
