import type { Db } from "../../../db/database.js";
import { countMetrics, type JobMetricsRow } from "../../../db/sql/metrics/countMetrics.js";
import { selectKeptMetrics } from "../../../db/sql/metrics/keptMetrics.js";

export type { JobMetricsRow } from "../../../db/sql/metrics/countMetrics.js";

/**
 * Finds how long the jobs of batches took, and how often they failed: for each job of the recipe type's definition, in its order. A batch of
 * which nothing is kept has its executions counted now. There are none for a batch whose matches are not fixed yet.
 */
export async function findJobMetrics(db: Db, batchIds: readonly number[]): Promise<JobMetricsRow[]> {
  const kept = await db.query<JobMetricsRow>(selectKeptMetrics, [batchIds]);
  const known = new Set(kept.map(({ batchId }) => batchId));
  const others = batchIds.filter((id) => !known.has(id));
  return others.length === 0 ? kept : [...kept, ...(await db.query<JobMetricsRow>(countMetrics, [others]))];
}
