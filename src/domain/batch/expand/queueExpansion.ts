import type { Db } from "../../../db/database.js";
import { enqueueExpansion } from "../../../db/sql/expansion/enqueueExpansion.js";
import type { BatchDefinition } from "../batchDefinition.js";

/** Lanes of a batch: so many workers can expand it at once, and so many places it takes in the queue among other batches. */
export const allLanes: readonly number[] = [1, 2, 3, 4];

/** A batch that has not begun has one: there is nothing yet that others could share. */
export const lanesOf = (status: string): readonly number[] => (status === "SUBMITTED" ? allLanes.slice(0, 1) : allLanes);

/** Scale's default priority of a job; a lower number is more urgent. */
const defaultPriority = 100;
const [minPriority, maxPriority] = [-32_768, 32_767];

/** Creators run in the order of their definitions' priorities. The queue's numbers are 16 bits wide. */
export const queuePriority = ({ priority = defaultPriority }: Pick<BatchDefinition, "priority">): number =>
  Math.max(minPriority, Math.min(maxPriority, priority));

/**
 * Queues expansion turns of a batch: one for each lane. Several lanes let several workers expand one batch; they share what is
 * to do by locks, not by arrangement.
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
