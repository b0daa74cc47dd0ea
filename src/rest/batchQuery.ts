import { type BatchStatus, batchStatuses } from "../domain/batch/batchStatus.js";
import type { BatchFilter, BatchOrderField } from "../domain/batch/read/findBatches.js";
import type { Problem } from "../domain/errors.js";
import { batchOrderFields } from "./batchOrderNames.js";
import { isId, readInteger } from "./integers.js";
import { type ListQuery, readListQuery, textsOf } from "./listQuery.js";
import { orderPath } from "./orderNames.js";
import { allOf, type QueryParameters } from "./queryParameters.js";

export type BatchQuery = ListQuery<BatchFilter>;

/**
 * Reads the query parameters of the list, as *Batch List* documents them.
 * @throws {DomainError} as `readListQuery` does
 */
export const readBatchQuery = (query: QueryParameters, now: Date): BatchQuery =>
  readListQuery({ things: "batches", orderField, readFilter }, query, now);

/** By status, a list is in the order of the two states that it shows. */
function orderField(name: string): BatchOrderField | null {
  const path = orderPath(batchOrderFields, name);
  return path === "status" ? "isNotCreated" : path;
}

const readFilter = (query: QueryParameters, problems: Problem[]): BatchFilter => ({
  ...readRecipeTypes(query, problems),
  ...readStatuses(query),
});

function readRecipeTypes(query: QueryParameters, problems: Problem[]): Pick<BatchFilter, "recipeTypeIds" | "recipeTypeNames"> {
  const ids = allOf(query, "recipe_type_id");
  for (const id of ids.filter((text) => readInteger(text) === null)) {
    problems.push({ code: "INVALID", path: ["recipe_type_id"], message: `"${id}" is not an integer` });
  }
  return {
    // What no recipe type can have matches nothing, and is not for the database: it would not take it.
    ...(ids.length > 0 && { recipeTypeIds: ids.map(Number).filter(isId) }),
    ...(query.recipe_type_name !== undefined && { recipeTypeNames: textsOf(query, "recipe_type_name") }),
  };
}

/** The two states that REST knows, and what of the domain's each stands for. */
const shownStatuses: Record<string, readonly BatchStatus[]> = {
  SUBMITTED: batchStatuses.filter((status) => status !== "CREATED"),
  CREATED: ["CREATED"],
};

function readStatuses(query: QueryParameters): Pick<BatchFilter, "statuses"> {
  const names = allOf(query, "status");
  if (names.length === 0) return {};
  return { statuses: Object.entries(shownStatuses).flatMap(([name, statuses]) => (names.includes(name) ? statuses : [])) };
}
