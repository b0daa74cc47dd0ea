import { enqueueExpansion } from "../../../db/sql/expansion/enqueueExpansion.js";
/** The lanes of a batch. This is how many workers can expand it at once, and how many places it takes in the queue among other batches. */
export const allLanes = [1, 2, 3, 4];
/** The lanes of a batch in a status. A batch that has not begun has one lane, because there is nothing yet that others could share. */
export const lanesOf = (status) => (status === "SUBMITTED" ? allLanes.slice(0, 1) : allLanes);
/** Scale's default priority of a job; a lower number is more urgent. */
const defaultPriority = 100;
const [minPriority, maxPriority] = [-32_768, 32_767];
/** A batch's priority in the queue. Creators run in the order of their definitions' priorities. The queue's numbers are 16 bits wide. */
export const queuePriority = ({ priority = defaultPriority }) => Math.max(minPriority, Math.min(maxPriority, priority));
/**
 * Queues expansion turns of a batch: one for each lane. By several lanes, several workers can expand one batch. They share its slices by
 * locks alone.
 * @param delaySeconds how long the turns wait at least
 */
export async function queueExpansion(db, batchId, lanes, definition, delaySeconds = 0) {
    await db.query(enqueueExpansion, [batchId, lanes, queuePriority(definition), delaySeconds]);
}
/**
 * Queues a lane's next turn after a turn that failed because the database could not do its work. That turn does not count as the batch's
 * failure.
 */
export async function postponeTurn(db, { batchId, lane }, seconds) {
    const batch = await db.prisma.batch.findFirst({ where: { id: batchId, status: { in: ["SUBMITTED", "CREATING"] } } });
    if (batch)
        await queueExpansion(db, batchId, [lane], batch.definition, seconds);
}
