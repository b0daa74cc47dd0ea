/** $1 [{name, version}] as JSON; a version may be null. Finds the job types of each choice: its number, from 1, and their ids. */
export const selectJobTypeIds = {
    name: "select_job_type_ids",
    text: `
    SELECT c.position::int AS choice, t.id
    FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (name text, version text)) WITH ORDINALITY AS c (name, version, position)
      JOIN job_type t ON t.name = c.name AND (c.version IS NULL OR t.version = c.version)`,
};
