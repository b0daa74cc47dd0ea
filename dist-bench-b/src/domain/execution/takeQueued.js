import { countRunning } from "../../db/sql/execution/countRunning.js";
import { lockQueuesAlone } from "../../db/sql/execution/lockQueuesAlone.js";
import { shareQueues } from "../../db/sql/execution/shareQueues.js";
import { takeJobs } from "../../db/sql/execution/takeJobs.js";
import { gatewayActor } from "../actor.js";
import { moveWork } from "./moveWork.js";
import { shareOut } from "./shareOut.js";
import { hashOf, secretOf } from "./tokens.js";
/** The batch that was last served. Each process remembers its own: what each shares out in turn, all of them together do, too. */
let lastServed = 0;
/**
 * Takes jobs out of the queue, priority by priority and round by round. In a round each batch gets its share; what one batch could not use
 * goes to the others in the next round.
 * @param lanes those that have jobs to hand out
 * @param requestHash of the claim that has begun, and keeps what is taken; null: none does
 * @returns at most `order.max` rows, in the order of the answer; their tokens' secrets follow from the seed
 */
export async function takeQueued(tx, order, lanes, seed, requestHash) {
    const taken = [];
    for (let left = lanes; left.length > 0 && taken.length < order.max;) {
        const shares = shareOut(left, order.max - taken.length, lastServed);
        const { granted, opened } = await openQueues(tx, shares);
        const [, rows] = await Promise.all([opened, take(tx, order, granted, { seed, requestHash, before: taken.length })]);
        taken.push(...rows);
        /** How many jobs each lane has given. */
        const given = new Map();
        for (const { share } of rows) {
            const { lane } = granted[share - 1];
            given.set(lane, (given.get(lane) ?? 0) + 1);
            lastServed = lane.batchId;
        }
        const started = new Set([...given.keys()].filter(({ isNew }) => isNew).map(({ batchId }) => batchId));
        if (started.size > 0)
            await moveWork(tx, [...started], { from: ["WAITING"], to: "RUNNING", actor: gatewayActor, reason: null });
        const exhausted = new Set(shares.filter(({ lane, jobs }) => (given.get(lane) ?? 0) < jobs).map(({ lane }) => lane));
        left = left.filter((lane) => !exhausted.has(lane));
    }
    return taken;
}
async function take(tx, { worker, leaseSeconds }, shares, { seed, requestHash, before }) {
    const places = shares.reduce((sum, { jobs }) => sum + jobs, 0);
    const hashes = Array.from({ length: places }, (_, i) => hashOf(secretOf(seed, before + i + 1)));
    return places === 0 ? [] : tx.query(takeJobs, [...columnsOf(shares), worker, leaseSeconds, hashes, requestHash]);
}
const columnsOf = (shares) => [
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
async function openQueues(tx, shares) {
    const batches = capsOf(shares, ({ batchId, maxRunningJobs }) => [batchId, maxRunningJobs]);
    const types = capsOf(shares, ({ jobTypeId, maxRunningOfType }) => [jobTypeId, maxRunningOfType]);
    const capped = [idsOf(batches, true), idsOf(types, true)];
    const hasCaps = capped.some((ids) => ids.length > 0);
    const alone = hasCaps && tx.query(lockQueuesAlone, capped);
    const shared = tx.query(shareQueues, [idsOf(batches, false), idsOf(types, false)]);
    const opened = Promise.all([alone, shared]);
    if (!hasCaps)
        return { granted: shares, opened };
    await opened;
    for (const { batchId, jobTypeId, running } of await tx.query(countRunning, capped)) {
        const [caps, id] = batchId === null ? [types, jobTypeId] : [batches, batchId];
        caps.set(id, Math.max(0, (caps.get(id) ?? 0) - running));
    }
    const granted = shares.flatMap(({ lane, jobs }) => {
        const room = Math.min(jobs, batches.get(lane.batchId) ?? jobs, types.get(lane.jobTypeId) ?? jobs);
        for (const [caps, id] of [
            [batches, lane.batchId],
            [types, lane.jobTypeId],
        ]) {
            const cap = caps.get(id) ?? null;
            if (cap !== null)
                caps.set(id, cap - room);
        }
        return room > 0 ? [{ lane, jobs: room }] : [];
    });
    return { granted, opened };
}
const capsOf = (shares, capOf) => new Map(shares.map(({ lane }) => capOf(lane)));
const idsOf = (caps, isCapped) => [...caps].flatMap(([id, cap]) => ((cap !== null) === isCapped ? [id] : []));
