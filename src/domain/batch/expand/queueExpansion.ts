import type { Db } from "../../../db/database.js";
import { enqueueExpansion, reclaimStranded, type StrandedRow } from "../../../db/sql/expansion/turns.js";
import type { BatchDefinition } from "../batchDefinition.js";

/** The lanes of a batch. This is how many workers can expand it at once, and how many places it takes in the queue among other batches. */
export const allLanes: readonly number[] = [1, 2, 3, 4];

/** The lanes of a batch in a status. A batch that has not begun has one lane, because there is nothing yet that others could share. */
export const lanesOf = (status: string): readonly number[] => (status === "SUBMITTED" ? allLanes.slice(0, 1) : allLanes);

/** Scale's default priority of a job; a lower number is more urgent. */
const defaultPriority = 100;
const [minPriority, maxPriority] = [-32_768, 32_767];

/** A batch's priority in the queue. Creators run in the order of their definitions' priorities. The queue's numbers are 16 bits wide. */
export const queuePriority = ({ priority = defaultPriority }: Pick<BatchDefinition, "priority">): number =>
  Math.max(minPriority, Math.min(maxPriority, priority));

/**
 * Queues expansion turns of a batch: one for each lane. By several lanes, several workers can expand one batch. They share its slices by
 * locks alone.
 * @param delaySeconds how long the turns wait at least
 */
export async function queueExpansion(
  db: Db,
  batchId: number,
  lanes: readonly number[],
  definition: Pick<BatchDefinition, "priority">,
  delaySeconds = 0,
): Promise<void> {
  await db.query(enqueueExpansion, [batchId, lanes, queuePriority(definition), delaySeconds]);
}

/**
 * Queues a lane's next turn after a turn that failed because the database could not do its work. That turn does not count as the batch's
 * failure.
 */
export async function postponeTurn(db: Db, { batchId, lane }: { batchId: number; lane: number }, seconds: number): Promise<void> {
  const batch = await db.prisma.batch.findFirst({ where: { id: batchId, status: { in: ["SUBMITTED", "CREATING"] } } });
  if (batch) await queueExpansion(db, batchId, [lane], batch.definition as unknown as BatchDefinition, seconds);
}

/**
 * Queues turns for batches that are to be expanded, but have no message in the queue that would make a worker do so. It queues at most
 * 1,000 batches at a time.
 * @param batchId only this one
 * @returns their ids
 */
export async function queueStranded(db: Db, batchId: number | null = null): Promise<number[]> {
  const stranded = await db.query<StrandedRow>(reclaimStranded, [batchId, allLanes]);
  for (const { id, status, priority } of stranded) await queueExpansion(db, id, lanesOf(status), { priority: priority ?? undefined });
  return stranded.map(({ id }) => id);
}
