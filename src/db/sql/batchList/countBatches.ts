import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { type BatchFilter, conditionsOf, statementWith, type TimeBounds, whereClause } from "./batchConditions.js";
import { beginningOfWeek, weekOf } from "./weeks.js";

/** Counts what a filter matches. */
export async function countBatches(db: Db, filter: BatchFilter): Promise<number> {
  const parameters = new Parameters();
  const { where, bounds } = conditionsOf(filter, parameters);
  const [row] = await db.query<{ count: number }>(statementWith(countOf(filter, where, bounds), where), parameters.values);
  return row?.count ?? 0;
}

/**
 * A query that counts. By status and recipe type, or by the time of the last change, most of it is known without counting: a sum over some
 * hundred rows of the tally, which takes 0.4 ms, where count(*) takes 10 at 100,000 batches and 45 at 1,000,000.
 */
export function countOf(filter: BatchFilter, where: readonly string[], bounds: TimeBounds | null): string {
  const asked = (Object.keys(filter) as (keyof BatchFilter)[]).filter((name) => filter[name] !== undefined);
  const asksOnly = (...names: (keyof BatchFilter)[]) => asked.every((name) => names.includes(name));
  if (asksOnly("statuses", "recipeTypeIds", "recipeTypeNames"))
    return `SELECT ${tallied([...where, "b.status IS NOT NULL"])}::int AS "count"`;
  if (bounds && asksOnly("started", "ended")) return `SELECT (${countWithin(bounds)})::int AS "count"`;
  return `SELECT count(*)::int AS "count" FROM batch b ${whereClause(where)}`;
}

const tallied = (conditions: readonly string[]): string => `(SELECT coalesce(sum(b.n), 0) FROM batch_tally b ${whereClause(conditions)})`;

/** The weeks that lie wholly within the bounds, and what lies in those at either end. */
function countWithin({ started, ended }: TimeBounds): string {
  const [first, last] = [weekOf(started), weekOf(ended)];
  const counted = (...conditions: string[]) =>
    `(SELECT count(*) FROM batch b WHERE b.last_modified BETWEEN ${started} AND ${ended} AND ${conditions.join(" AND ")})`;
  const parts = [
    tallied([`b.changed_week > ${first}`, `b.changed_week < ${last}`]),
    counted(`b.last_modified < ${beginningOfWeek(`${first} + 7`)}`),
    counted(`b.last_modified >= ${beginningOfWeek(last)}`, `${first} < ${last}`),
  ];
  return parts.join(" + ");
}
