import type { Db } from "../../db/database.js";
import { countMetrics, type JobMetricsRow } from "../../db/sql/metrics/countMetrics.js";
import { keepMetrics, selectUncounted, type UncountedRow } from "../../db/sql/metrics/keptMetrics.js";

/** Counts the executions of all batches whose work has ended since they were counted, or of which much more has run, one after the other. */
export async function keepJobMetrics(db: Db, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await countNext(db)));
}

/** @returns whether there was a batch to count */
const countNext = (db: Db): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [batch] = await tx.query<UncountedRow>(selectUncounted);
    if (!batch) return false;
    const rows = await tx.query<JobMetricsRow>(countMetrics, [[batch.id]]);
    await tx.query(keepMetrics, [batch.id, batch.workFinished, batch.jobs, JSON.stringify(rows)]);
    return true;
  });
