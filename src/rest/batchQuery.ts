import type { BatchStatus } from "../domain/batch/batchStatus.js";
import { batchStatuses } from "../domain/batch/batchStatus.js";
import type { BatchFilter, BatchOrder } from "../domain/batch/findBatches.js";
import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { defaultPageSize, maxPageSize } from "../domain/page.js";
import { readBatchOrder } from "./batchOrderNames.js";
import { isId } from "./id.js";
import { allOf, lastOf, type QueryParameters } from "./queryParameters.js";
import { readTimeBound } from "./timeBound.js";

/** What a caller of the list asks for. */
export interface BatchQuery {
  readonly filter: BatchFilter;
  readonly order: readonly BatchOrder[];
  readonly page: number | "last";
  readonly pageSize: number;
}

/**
 * Reads the query parameters of the list, as *Batch List* documents them.
 * @throws {DomainError} INVALID, naming every wrong parameter; NOT_FOUND where `page` can't be a page's number
 */
export function readBatchQuery(query: QueryParameters, now: Date): BatchQuery {
  const problems: Problem[] = [];
  const order = readBatchOrder(allOf(query, "order"), problems);
  const filter = { ...readTimeRange(query, now, problems), ...readRecipeTypes(query, problems), ...readStatuses(query) };
  refuse(problems);
  return { filter, order, page: readPage(lastOf(query, "page")), pageSize: readPageSize(lastOf(query, "page_size")) };
}

/** There is no page that answers to this. */
export const invalidPage = (page: string, reason: string): DomainError =>
  new DomainError({ code: "NOT_FOUND", path: [], message: `Invalid page "${page}": ${reason}` });

function readPage(text = "1"): number | "last" {
  if (text === "last") return text;
  if (!/^\d+$/.test(text)) throw invalidPage(text, "that is not a page number");
  if (Number(text) === 0) throw invalidPage(text, "pages count from 1");
  return Number(text);
}

function readPageSize(text = ""): number {
  return /^\d+$/.test(text) && Number(text) > 0 ? Math.min(Number(text), maxPageSize) : defaultPageSize;
}

function readTimeRange(query: QueryParameters, now: Date, problems: Problem[]): Pick<BatchFilter, "started" | "ended"> {
  const read = (name: "started" | "ended") => {
    const text = lastOf(query, name);
    if (text === undefined) return undefined;
    const bound = readTimeBound(text, now);
    if (bound !== null) return bound;
    const message = "must be an ISO-8601 date and time with a time zone (2015-01-01T00:00:00Z), or a duration (PT3H0M0S)";
    problems.push({ code: "INVALID", path: [name], message });
    return undefined;
  };
  const [started, ended] = [read("started"), read("ended")];
  if (started !== undefined && ended !== undefined && started >= ended) {
    problems.push({ code: "INVALID", path: ["started"], message: "must be before ended" });
  }
  return { ...(started !== undefined && { started }), ...(ended !== undefined && { ended }) };
}

function readRecipeTypes(query: QueryParameters, problems: Problem[]): Pick<BatchFilter, "recipeTypeIds" | "recipeTypeNames"> {
  const [ids, names] = [allOf(query, "recipe_type_id"), allOf(query, "recipe_type_name")];
  for (const id of ids.filter((text) => !/^[+-]?\d+$/.test(text))) {
    problems.push({ code: "INVALID", path: ["recipe_type_id"], message: `"${id}" is not an integer` });
  }
  return {
    // What no recipe type can have matches nothing, and is not for the database: it would not take it.
    ...(ids.length > 0 && { recipeTypeIds: ids.map(Number).filter(isId) }),
    ...(names.length > 0 && { recipeTypeNames: names.filter((name) => !name.includes("\0")) }),
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
