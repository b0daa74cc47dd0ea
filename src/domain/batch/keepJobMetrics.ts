import type { Db } from "../../db/database.js";
import { keepMetrics } from "../../db/sql/metrics/keepMetrics.js";

/** Counts the executions of all batches whose work has ended since they were counted, or of which much more has run, one after the other. */
export async function keepJobMetrics(db: Db, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await db.query(keepMetrics)).length > 0);
}
