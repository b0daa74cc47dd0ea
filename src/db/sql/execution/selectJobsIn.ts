import type { Statement } from "../../database.js";

/** Some of the jobs that a batch has made. */
export interface SelectedJobsRow {
  readonly ids: number[];
  /** The place of the last one found in the list of the batch's jobs; null where there are no more after it. */
  readonly last: number | null;
}

/**
 * $1 batch, $2 statuses, $3 the place after which to look, $4 how many at most. Finds those of the jobs that the batch has made that have one of
 * these statuses. Where there are more, all such jobs of the recipes found so far come along, beyond $4: what is done to one job of a recipe can
 * change the status of another. One array comes back: to read 100,000 rows takes ten times as long.
 */
export const selectJobsIn: Statement = {
  isLong: true,
  text: `
    WITH found AS MATERIALIZED (
      SELECT b.id AS place, b.job_id FROM batch_job b JOIN job j ON j.id = b.job_id
      WHERE b.batch_id = $1::int AND b.id > $3::bigint AND b.is_original AND j.batch_id = $1::int AND j.status = ANY($2::text[])
      ORDER BY b.id LIMIT $4::int
    ), more AS (
      SELECT max(place) AS last FROM found HAVING count(*) = $4::int
    ), selected AS (
      SELECT job_id FROM found
      UNION SELECT other.job_id FROM (
        SELECT DISTINCT own.recipe_id FROM more CROSS JOIN found JOIN recipe_job own ON own.job_id = found.job_id
      ) AS held JOIN recipe_job other ON other.recipe_id = held.recipe_id JOIN job j ON j.id = other.job_id
      WHERE j.batch_id = $1::int AND j.status = ANY($2::text[])
    )
    SELECT coalesce(array_agg(job_id), '{}') AS ids, (SELECT last FROM more) AS "last" FROM selected`,
};
