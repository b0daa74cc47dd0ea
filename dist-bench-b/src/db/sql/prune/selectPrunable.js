/**
 * $1 the job behind which the stretch begins, $2 how many jobs it has, $3 days. Finds the jobs that were superseded and had ended so long ago,
 * and still have executions or documents. What the executions of their batch tell must have been kept. It locks nothing. The jobs are read by
 * their ids: an index of the superseded ones would cost the creator more than this reading costs now and then.
 */
export const selectPrunable = {
    name: "select_prunable",
    text: `
    WITH stretch AS MATERIALIZED (
      SELECT id, batch_id, status, is_superseded, superseded, ended, data, configuration, results FROM job WHERE id > $1::int ORDER BY id LIMIT $2::int
    ), found AS (
      SELECT j.id, j.batch_id, e.executions
      FROM stretch j LEFT JOIN batch b ON b.id = j.batch_id
        CROSS JOIN LATERAL (SELECT count(*) AS executions FROM job_exe e WHERE e.job_id = j.id) e
      WHERE j.is_superseded AND j.status IN ('COMPLETED', 'FAILED', 'CANCELED')
        AND greatest(j.superseded, j.ended) < now() - make_interval(days => $3::int)
        AND (j.batch_id IS NULL OR b.pruned IS NOT NULL OR b.metrics_of = b.work_finished)
        AND (e.executions > 0 OR j.data <> '{}' OR j.configuration <> '{}' OR j.results <> '{}')
    )
    SELECT (SELECT max(id) FROM stretch) AS last, coalesce(array_agg(id), '{}') AS "jobIds",
      coalesce(array_agg(DISTINCT batch_id) FILTER (WHERE batch_id IS NOT NULL), '{}') AS "batchIds",
      coalesce(sum(executions), 0)::int AS executions
    FROM found`,
};
