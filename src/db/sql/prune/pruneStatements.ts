import type { Statement } from "../../database.js";

/** What may be pruned of a stretch of jobs, and where the stretch ends. */
export interface PrunableRow {
  /** The highest id of the stretch; null behind the last job. */
  readonly last: number | null;
  readonly jobIds: readonly number[];
  /** The batches that made them. */
  readonly batchIds: readonly number[];
  readonly executions: number;
}

/**
 * $1 the job behind which the stretch begins, $2 how many jobs it has, $3 days. Finds the jobs that were superseded and had ended so long ago,
 * and still have executions or documents. What the executions of their batch tell must have been kept. It locks nothing. The jobs are read by
 * their ids: an index of the superseded ones would cost the creator more than this reading costs now and then.
 */
export const selectPrunable: Statement = {
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

/** $1 batches. From here on, what is kept of their executions is not counted again. A batch that somebody has locked stays as it is. */
export const markPruned: Statement = {
  name: "mark_pruned",
  text: `
    UPDATE batch SET pruned = now() WHERE id IN (
      SELECT id FROM batch WHERE id = ANY($1::int[]) AND metrics_of = work_finished AND pruned IS NULL FOR NO KEY UPDATE SKIP LOCKED
    )`,
};

/**
 * $1 superseded jobs that have ended. Deletes their executions, and empties their documents; the jobs themselves stay. It passes over those that
 * somebody has locked, and those of batches that could not be marked. Its row tells how many jobs and executions it was.
 */
export const pruneJobs: Statement = {
  name: "prune_jobs",
  text: `
    WITH locked AS MATERIALIZED (
      SELECT j.id FROM job j
      WHERE j.id = ANY($1::int[]) AND j.is_superseded AND j.status IN ('COMPLETED', 'FAILED', 'CANCELED')
        AND (j.batch_id IS NULL OR EXISTS (SELECT FROM batch b WHERE b.id = j.batch_id AND b.pruned IS NOT NULL))
      FOR NO KEY UPDATE SKIP LOCKED
    ), gone AS (
      DELETE FROM job_exe e USING locked l WHERE e.job_id = l.id RETURNING 1
    ), emptied AS (
      UPDATE job j SET data = '{}', configuration = '{}', results = '{}' FROM locked l WHERE j.id = l.id RETURNING 1
    )
    SELECT (SELECT count(*) FROM emptied)::int AS jobs, (SELECT count(*) FROM gone)::int AS executions`,
};

/** A stretch of recipes: where it ends, and which files of recipes may go. */
export interface PrunableFilesRow {
  /** The highest id of the stretch; null behind the last recipe. */
  readonly last: number | null;
  /** Ids of `recipe_file`. */
  readonly ids: readonly number[];
}

/** $1 the recipe behind which the stretch begins, $2 how many recipes it has, $3 days. Finds the links to files of recipes that were superseded so long ago. */
export const selectPrunableFiles: Statement = {
  name: "select_prunable_files",
  text: `
    WITH stretch AS MATERIALIZED (
      SELECT id, is_superseded, superseded FROM recipe WHERE id > $1::int ORDER BY id LIMIT $2::int
    )
    SELECT (SELECT max(id) FROM stretch) AS last, coalesce(array_agg(f.id), '{}') AS ids
    FROM stretch r JOIN recipe_file f ON f.recipe_id = r.id
    WHERE r.is_superseded AND r.superseded < now() - make_interval(days => $3::int)`,
};

/** $1 ids of `recipe_file`. Deletes these rows, but for those that somebody has locked. The files and the recipes stay. */
export const pruneRecipeFiles: Statement = {
  name: "prune_recipe_files",
  text: `
    DELETE FROM recipe_file WHERE id IN (SELECT id FROM recipe_file WHERE id = ANY($1::bigint[]) FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
