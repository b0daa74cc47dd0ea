import type { ScaleTable } from "./scaleTables.js";

/** The columns of Scale's tables of this name, in the schema that statements without a schema name reach. */
export const selectColumns = `
  SELECT c.relname AS "table", a.attname AS "column"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relname = ANY($1::text[]) AND c.relkind IN ('r', 'v', 'p') AND pg_table_is_visible(c.oid)`;

/** The recipe types with their definitions, and each of their revisions. The current revision's row may be missing. */
export const selectDefinitions = `
  SELECT t.id, t.name, t.version, t.revision_num AS "currentNum", v.revision_num AS "revisionNum", v.definition::text AS definition
  FROM recipe_type t LEFT JOIN recipe_type_revision v ON v.recipe_type_id = t.id
  ORDER BY t.id, v.revision_num`;

/** How many rows a table of Scale's has, and its highest id. */
export const countRows = ({ name }: ScaleTable): string =>
  `SELECT count(*)::float8 AS count, coalesce(max(id), 0)::float8 AS last FROM "${name}"`;

/** What does not go on here: jobs and batches that have not ended in Scale. */
export const countUnended = `
  SELECT (SELECT count(*) FROM job WHERE status NOT IN ('COMPLETED', 'FAILED', 'CANCELED'))::float8 AS jobs,
    (SELECT count(*) FROM batch WHERE status <> 'CREATED')::float8 AS batches`;

/**
 * $1 the id after which to read, $2 at most how many rows, $3 the recipe types to leave out. The rows are one text of JSON, in which no value
 * changes. A table's own condition need not have $3, and PostgreSQL refuses a parameter whose type it can't tell: so each statement names it.
 */
export function selectRows({ name, columns, made = {}, where = "true" }: ScaleTable, has: ReadonlySet<string>): string {
  const known = columns.filter((column) => has.has(column)).map((column) => `s.${column}`);
  const more = Object.entries(made).map(([column, sql]) => `${sql} AS ${column}`);
  return `
    SELECT json_agg(x)::text AS rows, count(*)::float8 AS count, max(x.id)::float8 AS last FROM (
      SELECT s.id, ${[...known, ...more].join(", ")} FROM "${name}" s
      WHERE s.id > $1 AND $3::int[] IS NOT NULL AND ${where} ORDER BY s.id LIMIT $2
    ) AS x`;
}

/** A column of one of the gateway's tables. */
export interface TargetColumn {
  readonly column: string;
  readonly isNullable: boolean;
  readonly default: string | null;
}

/** $1 table. */
export const selectTargetColumns = `
  SELECT a.attname AS "column", NOT a.attnotnull AS "isNullable", pg_get_expr(d.adbin, d.adrelid) AS "default"
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`;

/** $1 the rows as JSON. Null where a column of the gateway's may not be becomes its default. */
export function insertRows({ name, columns, made = {}, mayRepeat = false }: ScaleTable, target: readonly TargetColumn[]): string {
  const written = new Set(["id", ...columns, ...Object.keys(made)]);
  const taken = target.filter(({ column }) => written.has(column));
  const values = taken.map(({ column, isNullable, default: other }) =>
    isNullable || other === null ? `r.${column}` : `coalesce(r.${column}, ${other})`,
  );
  return `
    WITH written AS (
      INSERT INTO "${name}" (${taken.map(({ column }) => column).join(", ")})
      SELECT ${values.join(", ")} FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb) r
      ${mayRepeat ? "ON CONFLICT DO NOTHING" : ""} RETURNING 1
    )
    SELECT count(*)::float8 AS count FROM written`;
}

/** The tables in which an empty gateway has no row, apart from the job type of its own. They are locked against writing, and not against reading. */
export const lockTables = `LOCK TABLE trigger_rule, trigger_event, job_type, recipe_type, scale_file, job, recipe, batch IN EXCLUSIVE MODE`;

/** $1 the name of the gateway's own job type. */
export const selectFilledTables = `
  SELECT "table" FROM (
    SELECT 'trigger_rule' AS "table" FROM trigger_rule UNION SELECT 'trigger_event' FROM trigger_event UNION SELECT 'recipe_type' FROM recipe_type
    UNION SELECT 'job_type' FROM job_type WHERE name <> $1::text UNION SELECT 'scale_file' FROM scale_file UNION SELECT 'job' FROM job
    UNION SELECT 'recipe' FROM recipe UNION SELECT 'batch' FROM batch
  ) AS filled ORDER BY 1`;

/** Makes room for Scale's rows with the ids that the gateway's own have, which are written again in the end. */
export const clearOwnRows: readonly string[] = [
  "CREATE TEMPORARY TABLE own_error ON COMMIT DROP AS SELECT name, title, description, category, is_builtin FROM error",
  "DELETE FROM error",
  "DELETE FROM job_type_revision",
  "DELETE FROM job_type",
];

/** What follows from the rows of Scale, once all are written: each statement runs once. */
export const completeRows: readonly string[] = [
  `INSERT INTO batch_job (batch_id, job_id, is_original, created)
   SELECT DISTINCT ON (b.batch_id, rj.job_id) b.batch_id, rj.job_id, rj.is_original, b.created
   FROM batch_recipe b JOIN recipe_job rj ON rj.recipe_id = b.recipe_id
   WHERE NOT EXISTS (SELECT FROM batch_job k WHERE k.batch_id = b.batch_id AND k.job_id = rj.job_id)
   ORDER BY b.batch_id, rj.job_id, rj.is_original DESC`,
  `UPDATE batch b SET work_finished = b.last_modified, metrics_of = b.last_modified, work_state = CASE
     WHEN b.status = 'CANCELED' THEN 'CANCELED'
     WHEN EXISTS (SELECT FROM work_tally t WHERE t.batch_id = b.id AND t.status = 'FAILED') THEN 'FAILED' ELSE 'SUCCEEDED' END,
   definition = '{"version": "1.0", "job_names": null, "all_jobs": false}'::jsonb || b.definition`,
  `UPDATE batch SET definition = jsonb_set(definition, '{date_range}', '{"type": "created"}'::jsonb || (definition -> 'date_range'))
   WHERE jsonb_typeof(definition -> 'date_range') = 'object'`,
  `INSERT INTO work_tally (batch_id, status, n)
   SELECT b.batch_id, 'RECIPE_COMPLETED', count(*) FROM batch_recipe b JOIN recipe r ON r.id = b.recipe_id WHERE r.completed IS NOT NULL GROUP BY 1`,
  `UPDATE batch b SET previous_id = p.previous_id FROM (
     SELECT DISTINCT ON (mine.batch_id) mine.batch_id AS id, made.batch_id AS previous_id
     FROM batch_recipe mine JOIN batch_recipe made ON made.recipe_id = mine.superseded_recipe_id AND made.batch_id < mine.batch_id
     GROUP BY mine.batch_id, made.batch_id ORDER BY mine.batch_id, count(*) DESC, made.batch_id DESC
   ) AS p WHERE p.id = b.id`,
  `WITH RECURSIVE chain AS (
     SELECT id, id AS root_id FROM batch WHERE previous_id IS NULL
     UNION ALL SELECT b.id, c.root_id FROM chain c JOIN batch b ON b.previous_id = c.id
   ) UPDATE batch b SET root_id = c.root_id FROM chain c WHERE c.id = b.id AND b.previous_id IS NOT NULL`,
];

/** The gateway's own errors, which come back once the sequence stands behind Scale's. */
export const restoreErrors = `
  INSERT INTO error (name, title, description, category, is_builtin)
  SELECT name, title, description, category, is_builtin FROM own_error ON CONFLICT (name) DO NOTHING`;

/** $1 the highest id of Scale's rows, whether they were taken over or not: no link to one that was left out may lead elsewhere. */
export const setSequence = ({ name }: ScaleTable): string =>
  `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), greatest($1::bigint, 1), $1::bigint > 0)`;
