import { beginClaim } from "../../db/sql/execution/beginClaim.js";
import { selectKeptClaims } from "../../db/sql/execution/selectKeptClaims.js";
import { selectLanes } from "../../db/sql/execution/selectLanes.js";
import { findClaimableTypes } from "./findClaimableTypes.js";
import { noteWorker } from "./noteWorker.js";
import { takeQueued } from "./takeQueued.js";
import { hashOf, newSeed, secretOf, tokenOf } from "./tokens.js";
/**
 * Hands queued jobs to a worker, each as a new execution. The lower priority number comes first; among equals the batches take turns; within
 * a batch, the job that was queued first. It never hands out more than batches and job types may run at once, nor anything of a batch that
 * is held or canceled. Repeated with the same worker and `requestId`, it answers the same, as far as it still runs.
 * @throws {DomainError} NOT_FOUND with the path `jobTypes`
 */
export async function claimJobs(db, order) {
    const typeIds = await findClaimableTypes(db, order.jobTypes);
    const requestHash = order.requestId === null ? null : hashOf(order.requestId);
    const lanes = await db.query(selectLanes, [typeIds]);
    const due = lanes.filter(({ waitSeconds }) => waitSeconds <= 0);
    const { claims, isRepeated } = due.length === 0 ? await claimNone(db, order, requestHash) : await claim(db, order, requestHash, due);
    const waits = lanes.map(({ waitSeconds }) => waitSeconds).filter((seconds) => seconds > 0);
    return { claims, nextSeconds: waits.length === 0 ? null : Math.min(...waits), isRepeated };
}
/** Where no job is due, a repeated request still gets what it was given before. */
async function claimNone(db, order, requestHash) {
    noteWorker(db, order.worker, []);
    const claims = requestHash === null ? [] : await findKept(db, order, requestHash);
    return { claims, isRepeated: claims.length > 0 };
}
async function claim(db, order, requestHash, lanes) {
    const seed = newSeed(order.requestId);
    try {
        const taken = await db.statements(async (tx) => {
            // A request that was sent twice waits here until the first one has committed.
            const begun = requestHash === null ? null : tx.query(beginClaim, [order.worker, requestHash, seed.nonce]);
            const [rows, first] = await Promise.all([takeQueued(tx, order, lanes, seed, requestHash), begun]);
            if (first?.length === 0)
                throw new ClaimedBefore();
            return rows;
        });
        noteWorker(db, order.worker, [...new Set(taken.map(({ jobTypeId }) => jobTypeId))]);
        return { claims: taken.map((row, i) => toClaim(row, seed, i + 1)), isRepeated: false };
    }
    catch (error) {
        if (!(error instanceof ClaimedBefore) || requestHash === null)
            throw error;
        return { claims: await findKept(db, order, requestHash), isRepeated: true };
    }
}
/** The request was sent twice, and its other sending has claimed jobs. What this one has taken is undone. */
class ClaimedBefore extends Error {
}
async function findKept(db, { worker, requestId }, requestHash) {
    const rows = await db.query(selectKeptClaims, [worker, requestHash]);
    return rows.map((row) => toClaim(row, { requestId: requestId, nonce: row.nonce }, row.slot));
}
const toClaim = (row, seed, slot) => ({
    token: tokenOf(row.exeId, secretOf(seed, slot)),
    jobId: row.jobId,
    attempt: row.attempt,
    data: row.data,
    leaseExpires: row.leaseExpires,
    timesOut: row.timesOut,
});
