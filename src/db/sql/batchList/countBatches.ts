import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { type BatchFilter, conditionsOf, pathsAsked, statementWith, whereClause } from "./batchConditions.js";
import type { BatchPath } from "./batchView.js";

export async function countBatches(db: Db, filter: BatchFilter): Promise<number> {
  const parameters = new Parameters();
  const where = conditionsOf(filter, parameters);
  const [row] = await db.query<{ count: number }>(statementWith(countOf(filter, where), where), parameters.values);
  return row?.count ?? 0;
}

/** The paths by which the tally can count. */
const tallied: readonly BatchPath[] = ["status", "recipeType.id", "recipeType.name"];

/**
 * SQL that counts what a filter matches. If the filter is only about status and recipe type, it adds up some hundred rows of the tally. At
 * 100,000 batches that takes 0.4 ms, and count(*) takes 10 ms. For all other filters it counts the entries of an index.
 */
export function countOf(filter: BatchFilter, where: readonly string[]): string {
  const isTallied = pathsAsked(filter).every((path) => tallied.includes(path));
  const [count, table] = isTallied ? ["coalesce(sum(b.n), 0)", "batch_tally"] : ["count(*)", "batch"];
  return `SELECT ${count}::int AS "count" FROM ${table} b ${whereClause(where)}`;
}
