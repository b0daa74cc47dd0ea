import type pg from "pg";

const tables = ["recipe", "recipe_file", "recipe_job", "job", "trigger_event", "batch_recipe", "batch_job"] as const;

/** Rows by table. */
export type RowCounts = Readonly<Record<(typeof tables)[number], number>>;

/** @returns what tells how many rows were made since now */
export async function rowsMade(pool: pg.Pool): Promise<() => Promise<RowCounts>> {
  const before = await count(pool);
  return async () => {
    const after = await count(pool);
    return Object.fromEntries(tables.map((table) => [table, after[table] - before[table]])) as RowCounts;
  };
}

async function count(pool: pg.Pool): Promise<RowCounts> {
  const { rows } = await pool.query(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})::int AS ${table}`).join(", ")}`);
  return rows[0];
}

/** @throws where two ways of re-processing made different rows; a batch has an event and a job of its own besides */
export function expectSameRows(one: RowCounts, other: RowCounts): void {
  const different = tables.filter((table) => Math.abs(one[table] - other[table]) > 1);
  if (different.length > 0) throw new Error(`Different rows were made: ${JSON.stringify(one)}, ${JSON.stringify(other)}`);
}
