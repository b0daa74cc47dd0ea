import type { Statement } from "../../database.js";
import { countedMetrics, metricsColumns } from "./countedMetrics.js";

/** $1 batches. Counts their executions. Its rows are `JobMetricsRow`s. It has no name, because its plan depends on how many jobs they have. */
export const countMetrics: Statement = {
  text: `
    WITH asked AS (SELECT unnest($1::int[]) AS id), ${countedMetrics}
    SELECT ${metricsColumns} FROM counted ORDER BY batch_id, position`,
};
