import type { Statement } from "../../database.js";
import type { Parameters } from "../parameters.js";
import { prepared } from "../prepared.js";
import { type BatchPath, batchView } from "./batchView.js";

/** Conditions on batches, AND-ed; the members of a list are OR-ed, and an empty list matches nothing. */
export interface BatchFilter {
  readonly ids?: readonly number[];
  readonly statuses?: readonly string[];
  readonly recipeTypeIds?: readonly number[];
  readonly recipeTypeNames?: readonly string[];
  /** Inclusive bounds on the last modification: ISO-8601 with a zone. */
  readonly started?: string;
  readonly ended?: string;
  /** A part of the title. Upper and lower case count as the same. */
  readonly title?: string;
  readonly createdBy?: readonly string[];
  /** There is no index of these: of 100,000 batches, all are looked at. */
  readonly workStates?: readonly string[];
}

/** The path of the column that each condition is about. */
const pathOf = {
  ids: "id",
  statuses: "status",
  recipeTypeIds: "recipeType.id",
  recipeTypeNames: "recipeType.name",
  started: "lastModified",
  ended: "lastModified",
  title: "title",
  createdBy: "createdBy",
  workStates: "workState",
} as const satisfies Record<keyof BatchFilter, BatchPath>;

export const pathsAsked = (filter: BatchFilter): BatchPath[] =>
  (Object.keys(filter) as (keyof BatchFilter)[]).filter((name) => filter[name] !== undefined).map((name) => pathOf[name]);

/** The paths for which a filter leaves only one value, with that value. */
export function pathsFixed({ statuses, recipeTypeIds }: BatchFilter): ReadonlyMap<BatchPath, string> {
  const fixed = new Map<BatchPath, string>();
  if (statuses?.length === 1) fixed.set(pathOf.statuses, String(statuses[0]));
  if (recipeTypeIds?.length === 1) fixed.set(pathOf.recipeTypeIds, String(recipeTypeIds[0]));
  return fixed;
}

export function conditionsOf(filter: BatchFilter, parameters: Parameters): string[] {
  const { started, ended } = filter;
  const where: string[] = [];
  const sqlOf = (name: keyof BatchFilter) => batchView.column(pathOf[name]).sql;
  if ((started ?? ended) !== undefined) {
    const bounds = [parameters.add(started ?? "-infinity", "timestamptz"), parameters.add(ended ?? "infinity", "timestamptz")];
    where.push(`${sqlOf("started")} BETWEEN ${bounds.join(" AND ")}`);
  }
  // A single value is compared, not looked up in an array. Then PostgreSQL also reads an index on it in the index's order.
  const isIn = (sql: string, values: readonly unknown[], type: string) =>
    values.length === 1 ? `${sql} = ${parameters.add(values[0], type)}` : `${sql} = ANY(${parameters.add(values, `${type}[]`)})`;
  if (filter.ids) where.push(isIn(sqlOf("ids"), filter.ids, "int"));
  if (filter.statuses) where.push(isIn(sqlOf("statuses"), filter.statuses, "text"));
  if (filter.recipeTypeIds) where.push(isIn(sqlOf("recipeTypeIds"), filter.recipeTypeIds, "int"));
  if (filter.recipeTypeNames) {
    // There is no join: the ids are looked up in the same indexes as those of the condition before.
    where.push(`${sqlOf("recipeTypeIds")} IN (SELECT id FROM recipe_type WHERE ${isIn("name", filter.recipeTypeNames, "text")})`);
  }
  if (filter.title !== undefined) where.push(`strpos(lower(${sqlOf("title")}), lower(${parameters.add(filter.title, "text")})) > 0`);
  if (filter.createdBy) where.push(isIn(sqlOf("createdBy"), filter.createdBy, "text"));
  if (filter.workStates) where.push(isIn(sqlOf("workStates"), filter.workStates, "text"));
  return where;
}

/**
 * A statement with conditions is planned anew for their values, which takes 0.1 ms. A prepared statement would soon get one plan for all
 * values. That plan takes a rare status for a common one: at 100,000 batches, the list of a rare status then takes 45 ms instead of 1 ms.
 */
export const statementWith = (text: string, where: readonly string[]): Statement => (where.length === 0 ? prepared(text) : { text });

export const whereClause = (conditions: readonly string[]): string => (conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`);
