import type { Db, Queries } from "../../db/database.js";
import { beginClaim } from "../../db/sql/execution/beginClaim.js";
import { type KeptClaimRow, selectKeptClaims } from "../../db/sql/execution/selectKeptClaims.js";
import { type LaneRow, selectLanes } from "../../db/sql/execution/selectLanes.js";
import type { TakenRow } from "../../db/sql/execution/takeJobs.js";
import { findClaimableTypes } from "./findClaimableTypes.js";
import type { ClaimOrder, JobClaim } from "./jobClaims.js";
import { noteWorker } from "./noteWorker.js";
import { type Claimant, type Place, takeQueued } from "./takeQueued.js";
import { hashOf, newSeed, secretOf, type TokenSeed, tokenOf } from "./tokens.js";

/** What a claim came to. */
export interface ClaimResult {
  readonly claims: JobClaim[];
  /** Seconds until a job whose backoff runs can be claimed; null where there is none. */
  readonly nextSeconds: number | null;
  /** Whether the `requestId` has claimed jobs before. Then nothing is to be waited for, even if none of them runs any more. */
  readonly isRepeated: boolean;
}

/**
 * Hands queued jobs to a worker, each as a new execution. The lower priority number comes first; among equals the batches take turns; within
 * a batch, the job that was queued first. It never hands out more than batches and job types may run at once, nor anything of a batch that
 * is held or canceled. Repeated with the same worker and `requestId`, it answers the same, as far as it still runs.
 * @throws {DomainError} NOT_FOUND with the path `jobTypes`
 */
export async function claimJobs(db: Db, order: ClaimOrder): Promise<ClaimResult> {
  const [result] = await claimTogether(db, await findClaimableTypes(db, order.jobTypes), [order]);
  return result as ClaimResult;
}

/**
 * Does for several workers what `claimJobs` does for one, in one transaction. The first one is served first.
 * @param typeIds the job types that all of them take; null: every one
 * @throws where one of several requests has been given jobs before, or was sent twice: each is then to be served alone
 */
export async function claimTogether(db: Db, typeIds: readonly number[] | null, orders: readonly ClaimOrder[]): Promise<ClaimResult[]> {
  const claimants = orders.map((order): Seeded => ({ ...order, requestHash: requestHashOf(order), seed: newSeed(order.requestId) }));
  try {
    const requests = claimants.filter(({ requestId }) => requestId !== null).map(({ worker, requestId }) => `${worker}\n${requestId}`);
    if (new Set(requests).size < requests.length) throw new ClaimedBefore();
    const { lanes, given } = await db.statements(async (tx) => {
      const lanes = await tx.query<LaneRow>(selectLanes, [typeIds]);
      const due = lanes.filter(({ waitSeconds }) => waitSeconds <= 0);
      return { lanes, given: due.length === 0 ? null : await give(tx, claimants, due) };
    });
    const waits = lanes.map(({ waitSeconds }) => waitSeconds).filter((seconds) => seconds > 0);
    const nextSeconds = waits.length === 0 ? null : Math.min(...waits);
    return await Promise.all(
      claimants.map(async (claimant) => {
        const its = given?.filter(({ place }) => place.claimant === claimant) ?? [];
        noteWorker(db, claimant.worker, [...new Set(its.map(({ row }) => row.jobTypeId))]);
        // Where no job is due, a repeated request still gets what it was given before.
        const kept = given === null ? await findKept(db, claimant) : [];
        const claims = [...kept, ...its.map(({ row, place }) => toClaim(row, place.secret))];
        return { claims, nextSeconds, isRepeated: kept.length > 0 };
      }),
    );
  } catch (error) {
    const [order] = orders;
    if (!(error instanceof ClaimedBefore) || !order || orders.length > 1) throw error;
    return [{ claims: await findKept(db, order), nextSeconds: null, isRepeated: true }];
  }
}

/** A claim, and what the tokens of its executions are made of. */
interface Seeded extends ClaimOrder, Claimant {
  readonly seed: TokenSeed;
}

/** A job that was taken, and for whom. */
interface Given {
  readonly row: TakenRow;
  readonly place: Place;
}

/** Begins claims, and takes jobs for them. A request that was sent twice waits here until the first one has committed. */
async function give(tx: Queries, claimants: readonly Seeded[], lanes: readonly LaneRow[]): Promise<Given[]> {
  const places = claimants.flatMap((claimant) =>
    Array.from({ length: claimant.max }, (_, i): Place => ({ claimant, secret: secretOf(claimant.seed, i + 1) })),
  );
  const begun = claimants.flatMap(({ worker, requestHash, seed }) =>
    requestHash === null ? [] : [tx.query(beginClaim, [worker, requestHash, seed.nonce])],
  );
  const [rows, ...firsts] = await Promise.all([takeQueued(tx, places, lanes), ...begun]);
  if (firsts.some(({ length }) => length === 0)) throw new ClaimedBefore();
  return rows.map((row, i) => ({ row, place: places[i] as Place }));
}

/** The request was sent twice, and its other sending has claimed jobs. What this one has taken is undone. */
class ClaimedBefore extends Error {}

const requestHashOf = ({ requestId }: ClaimOrder): string | null => (requestId === null ? null : hashOf(requestId));

/** What the worker's request has been given before, as far as it still runs. */
async function findKept(db: Queries, order: ClaimOrder): Promise<JobClaim[]> {
  const { worker, requestId } = order;
  if (requestId === null) return [];
  const rows = await db.query<KeptClaimRow>(selectKeptClaims, [worker, requestHashOf(order)]);
  return rows.map((row) => toClaim(row, secretOf({ requestId, nonce: row.nonce }, row.slot)));
}

const toClaim = (row: Omit<TakenRow, "share" | "jobTypeId">, secret: string): JobClaim => ({
  token: tokenOf(row.exeId, secret),
  jobId: row.jobId,
  attempt: row.attempt,
  data: row.data,
  leaseExpires: row.leaseExpires,
  timesOut: row.timesOut,
});
