import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { type BatchFilter, conditionsOf, pathsAsked, statementWith, whereClause } from "./batchConditions.js";
import type { BatchPath } from "./batchView.js";

/** Counts what a filter matches. */
export async function countBatches(db: Db, filter: BatchFilter): Promise<number> {
  const parameters = new Parameters();
  const where = conditionsOf(filter, parameters);
  const [row] = await db.query<{ count: number }>(statementWith(countOf(filter, where), where), parameters.values);
  return row?.count ?? 0;
}

/** What the tally counts by. */
const tallied: readonly BatchPath[] = ["status", "recipeType.id", "recipeType.name"];

/**
 * A query that counts. By status and recipe type it adds up some hundred rows of the tally, which takes 0.4 ms, where count(*) takes 10 at
 * 100,000 batches. Whatever else is filtered by, it counts the entries of an index.
 */
export function countOf(filter: BatchFilter, where: readonly string[]): string {
  const isTallied = pathsAsked(filter).every((path) => tallied.includes(path));
  const [count, table] = isTallied ? ["coalesce(sum(b.n), 0)", "batch_tally"] : ["count(*)", "batch"];
  return `SELECT ${count}::int AS "count" FROM ${table} b ${whereClause(where)}`;
}
