import type { Statement } from "../../database.js";

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
 * $1 batches. Counts the executions of the jobs that they made: for each job of the recipe type's definition, in its order, how long they
 * took, and how often they failed. It only reads, so that PostgreSQL may have several processes do so. Names are compared by their bytes,
 * because a collation takes longer to sort a million of them. It has no name, because its plan depends on how many jobs the batches have.
 */
export const countMetrics: Statement = {
  isLong: true,
  text: `
    WITH counted AS (
      SELECT m.batch_id, rj.job_name COLLATE "C" AS job_name, (count(*) FILTER (WHERE e.status = 'COMPLETED'))::int AS count,
        (count(*) FILTER (WHERE e.status <> 'COMPLETED'))::int AS failed, min(took.seconds) AS shortest, avg(took.seconds) AS mean,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY took.seconds) AS p95, max(took.seconds) AS longest
      FROM batch_recipe m JOIN recipe_job rj ON rj.recipe_id = m.recipe_id AND rj.is_original JOIN job_exe e ON e.job_id = rj.job_id
        CROSS JOIN LATERAL (SELECT CASE WHEN e.status = 'COMPLETED' THEN date_part('epoch', e.ended - e.started) END AS seconds) AS took
      WHERE m.batch_id = ANY($1::int[]) AND e.status IN ('COMPLETED', 'FAILED', 'LOST')
      GROUP BY 1, 2
    ), node AS (
      SELECT b.id AS batch_id, n.position, n.node ->> 'name' AS job_name
      FROM batch b JOIN recipe_type_revision v ON v.id = b.recipe_type_rev_id
        CROSS JOIN LATERAL jsonb_path_query(v.definition, '$.jobs[*]') WITH ORDINALITY AS n (node, position)
      WHERE b.id = ANY($1::int[])
    )
    SELECT n.batch_id AS "batchId", n.job_name AS "jobName", coalesce(c.count, 0) AS "count", coalesce(c.failed, 0) AS "failed",
      c.shortest, c.mean, c.p95, c.longest
    FROM node n LEFT JOIN counted c ON c.batch_id = n.batch_id AND c.job_name = n.job_name COLLATE "C"
    ORDER BY n.batch_id, n.position`,
};
