import { reprocess } from "./reprocess.js";
/**
 * A foreign key's trigger locks the row that a new row refers to (`FOR KEY SHARE`), and fails where it is gone. Here all of them are locked,
 * each once. The old recipes and the superseded jobs are locked by being changed. Whoever wants to delete a locked row waits.
 */
const referred = [
    ["batch", "SELECT $1::int"],
    ["recipe_type", "SELECT DISTINCT recipe_type_id FROM claimed"],
    ["recipe_type_revision", "SELECT $3::int"],
    ["recipe", "SELECT DISTINCT root_id FROM claimed WHERE root_id <> old_id"],
    ["scale_file", "SELECT DISTINCT scale_file_id FROM old_file"],
    ["job_type", "SELECT DISTINCT job_type_id FROM plan WHERE NOT kept"],
    ["job_type_revision", "SELECT DISTINCT job_type_rev_id FROM plan WHERE NOT kept"],
    [
        "job",
        `SELECT id FROM old_job WHERE NOT is_superseded AND position IS NOT NULL
        UNION SELECT root_id FROM superseded_job WHERE root_id <> id`,
    ],
];
const parts = referred
    .map(([table, ids]) => `,
    ${table}_ids AS MATERIALIZED (
      SELECT ARRAY(${ids}) AS ids
    ), locked_${table} AS MATERIALIZED (
      SELECT FROM ${table} WHERE id = ANY((SELECT ids FROM ${table}_ids)::bigint[]) FOR KEY SHARE
    )`)
    .join("");
const missing = referred.map(([table]) => `(SELECT cardinality(ids) FROM ${table}_ids) <> (SELECT count(*) FROM locked_${table})`);
const rows = `
    UNION ALL SELECT NULL, NULL, true WHERE ${missing.join(" OR ")}`;
/**
 * Re-processes recipes, see `reprocess`, with the triggers of foreign keys switched off: it locks by itself what the new rows refer to.
 * Nothing may stay of it where a row says that something is missing.
 */
export const insertRecipesAndLock = { text: reprocess({ parts, rows }) };
