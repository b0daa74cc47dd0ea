import type { Database } from "../../../src/db/database.js";

/** What a table takes on the disk. */
export interface TableSize {
  readonly name: string;
  readonly rows: number;
  readonly heapBytes: number;
  readonly indexes: readonly { readonly name: string; readonly bytes: number; readonly levels: number }[];
}

/** The tables whose rows grow with recipes and jobs. */
const tables = ["job", "job_exe", "recipe_job", "batch_job", "recipe", "batch_recipe", "recipe_file", "trigger_event", "scale_file"];

/** Reads the sizes after a VACUUM ANALYZE. The levels of an index are those that a look-up reads, its leaves included. */
export async function readSizes({ pool }: Database): Promise<TableSize[]> {
  const { rows } = await pool.query(
    `SELECT c.relname AS name, c.reltuples::float8 AS rows, (pg_table_size(c.oid))::float8 AS "heapBytes", (
       SELECT json_agg(json_build_object('name', i.relname, 'bytes', pg_relation_size(i.oid), 'levels',
         (SELECT level + 1 FROM bt_metap(i.oid::regclass::text))) ORDER BY i.relname)
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid) AS indexes
     FROM pg_class c WHERE c.oid = ANY($1::regclass[]) ORDER BY array_position($1::text[], c.relname::text)`,
    [tables],
  );
  return rows;
}

/** Bytes of a table with its indexes. */
export const bytesOf = ({ heapBytes, indexes }: TableSize): number => heapBytes + indexes.reduce((sum, { bytes }) => sum + bytes, 0);
