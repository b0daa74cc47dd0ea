import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { defaultPageSize, maxPageSize, type PageNumber } from "../domain/page.js";
import { storableJson } from "../domain/storableJson.js";
import type { Instant } from "../domain/time.js";
import { readInteger } from "./integers.js";
import { allOf, lastOf, type QueryParameters } from "./queryParameters.js";
import { readTimeBound } from "./timeBound.js";

/** What a caller of a list asks for. */
export interface ListQuery<Filter> extends PageNumber {
  readonly filter: Filter;
  readonly order: readonly Order[];
}

interface Order {
  readonly field: string;
  readonly descending: boolean;
}

/** Each may need several joins, which PostgreSQL takes time to plan. */
export const maxOrderFields = 10;

/**
 * What the lists differ in.
 * `orderField`: finds the field that a name in `order` stands for. `readFilter`: reads the parameters that only this list has, and notes
 * what is wrong with them.
 */
interface ListKind<Filter> {
  readonly things: string;
  readonly orderField: (name: string) => string | null;
  readonly readFilter: (query: QueryParameters, problems: Problem[]) => Filter;
}

/** Inclusive bounds on the last modification. */
interface TimeRange {
  readonly started?: Instant;
  readonly ended?: Instant;
}

/**
 * Reads the query parameters of a list.
 * @throws {DomainError} INVALID, naming every wrong parameter; NOT_FOUND where `page` can't be a page's number
 */
export function readListQuery<Filter>(
  { things, orderField, readFilter }: ListKind<Filter>,
  query: QueryParameters,
  now: Date,
): ListQuery<Filter & TimeRange> {
  const problems: Problem[] = [];
  const order = readOrder(orderField, things, allOf(query, "order"), problems);
  const filter = { ...readTimeRange(query, now, problems), ...readFilter(query, problems) };
  refuse(problems);
  return { filter, order, page: readPage(lastOf(query, "page")), pageSize: readPageSize(lastOf(query, "page_size")) };
}

/** There is no page that answers to this. */
export const invalidPage = (page: string, reason: string): DomainError =>
  new DomainError({ code: "NOT_FOUND", path: [], message: `Invalid page "${page}": ${reason}` });

/** The values of a parameter that text is compared with. What the database can't store matches nothing; it would not take it. */
export const textsOf = (query: QueryParameters, name: string): readonly string[] =>
  allOf(query, name).filter((text) => storableJson(text).length === 0);

/** Reads the values of `order`: a field's name, with `-` before it to reverse. A field that is named again changes nothing. */
function readOrder(orderField: ListKind<never>["orderField"], things: string, values: readonly string[], problems: Problem[]): Order[] {
  const order = new Map<string, Order>();
  for (const value of values) {
    const descending = value.startsWith("-");
    const name = descending ? value.slice(1) : value;
    const field = orderField(name);
    if (field === null) {
      problems.push({ code: "INVALID", path: ["order"], message: `"${value}" is not a field that ${things} can be ordered by` });
    } else if (!order.has(field)) {
      order.set(field, { field, descending });
    }
  }
  if (order.size > maxOrderFields) {
    problems.push({ code: "INVALID", path: ["order"], message: `must name at most ${maxOrderFields} different fields` });
  }
  return [...order.values()];
}

function readTimeRange(query: QueryParameters, now: Date, problems: Problem[]): TimeRange {
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
  if (started && ended && started.first >= ended.first) {
    problems.push({ code: "INVALID", path: ["started"], message: "must be before ended" });
  }
  return { ...(started && { started: started.first }), ...(ended && { ended: ended.last }) };
}

function readPage(text = "1"): number | "last" {
  if (text === "last") return text;
  const page = readInteger(text);
  if (page === null) throw invalidPage(text, "that is not a page number");
  if (page < 1) throw invalidPage(text, "pages count from 1");
  return page;
}

function readPageSize(text = ""): number {
  const size = readInteger(text) ?? 0;
  return size > 0 ? Math.min(size, maxPageSize) : defaultPageSize;
}
