import type { Db } from "../../../db/database.js";
import { findJobMetrics, type JobMetricsRow } from "./findJobMetrics.js";

/** A job of the compared batches, with the metrics of each; null for a batch whose recipes have no such job. */
export interface JobComparison {
  readonly jobName: string;
  readonly metrics: readonly (JobMetricsRow | null)[];
}

/**
 * Compares how the jobs of batches went. The metrics of a job are in the order of the batches. The jobs are in the order of the first batch's
 * recipes; then come those that only later batches have.
 */
export async function compareBatches(db: Db, batchIds: readonly number[]): Promise<JobComparison[]> {
  const rows = await findJobMetrics(db, [...new Set(batchIds)]);
  const jobNames = new Set(batchIds.flatMap((id) => rows.filter(({ batchId }) => batchId === id).map(({ jobName }) => jobName)));
  const known = new Map(rows.map((row) => [`${row.batchId} ${row.jobName}`, row]));
  return [...jobNames].map((jobName) => ({ jobName, metrics: batchIds.map((id) => known.get(`${id} ${jobName}`) ?? null) }));
}
