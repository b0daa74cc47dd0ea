/** What the executions tell of the jobs of a batch that have one name in its recipes. */
export interface JobMetricsRow {
  readonly batchId: number;
  readonly jobName: string;
  /** COMPLETED executions. The seconds are theirs, from claim to end; they are null where there are none. */
  readonly count: number;
  /** Executions that FAILED or were LOST. */
  readonly failed: number;
  readonly shortest: number | null;
  readonly mean: number | null;
  readonly p95: number | null;
  readonly longest: number | null;
}

/**
 * The part `counted` of a statement, which has named the batches in a part `asked` with a column `id`: for each job of the recipe type's
 * definition, how long its executions took, and how often they failed. The executions are those of the jobs that the batch made. A million
 * take 9 s on a busy machine with two processors, most of which goes into reading the rows of their tables.
 */
export const countedMetrics = `
    node AS (
      SELECT a.id AS batch_id, n.position::int, n.node ->> 'name' AS job_name
      FROM asked a JOIN batch b ON b.id = a.id JOIN recipe_type_revision v ON v.id = b.recipe_type_rev_id
        CROSS JOIN LATERAL jsonb_path_query(v.definition, '$.jobs[*]') WITH ORDINALITY AS n (node, position)
    ), execution AS (
      SELECT a.id AS batch_id, rj.job_name, e.status = 'COMPLETED' AS is_completed,
        CASE WHEN e.status = 'COMPLETED' THEN extract(epoch FROM e.ended - e.started)::float8 END AS seconds
      FROM asked a JOIN batch_job b ON b.batch_id = a.id AND b.is_original JOIN recipe_job rj ON rj.job_id = b.job_id AND rj.is_original
        JOIN job_exe e ON e.job_id = b.job_id
      WHERE e.status IN ('COMPLETED', 'FAILED', 'LOST')
    ), counted AS (
      SELECT batch_id, job_name, position, (count(*) FILTER (WHERE is_completed))::int AS count,
        (count(*) FILTER (WHERE NOT is_completed))::int AS failed, min(seconds) AS shortest, avg(seconds) AS mean,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95, max(seconds) AS longest
      FROM node LEFT JOIN execution USING (batch_id, job_name) GROUP BY 1, 2, 3
    )`;

/** How the counts of a job are called that statements select. */
export const metricsColumns = `batch_id AS "batchId", job_name AS "jobName", count, failed, shortest, mean, p95, longest`;
