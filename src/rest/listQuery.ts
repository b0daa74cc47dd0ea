import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { defaultPageSize, maxPageSize, type PageNumber } from "../domain/page.js";
import { isStorable } from "../domain/storable.js";
import type { Instant } from "../domain/time.js";
import { describeOrder, type Order, readOrder } from "./orderNames.js";
import { allOf, type Field, lastOf, type QueryParameters, readBy, readInteger, wrongIn } from "./reading.js";
import { readTimeBound, upperBound } from "./timeBound.js";

/** What a caller of a list asks for. */
export interface ListQuery<Filter, Path extends string = string> extends PageNumber {
  readonly filter: Filter;
  readonly order: readonly Order<Path>[];
  /** The text that asked for the page. */
  readonly askedPage: string;
}

/** A parameter that only one list has. It is read as a part of the filter, from its values in their order; there is at least one. */
type Parameter<Filter> = Field<readonly string[], Partial<Filter>>;

/** What the lists differ in. */
interface ListKind<Filter, Path extends string> {
  readonly things: string;
  /** The names that the description lists for `order`, and what else it says of them. */
  readonly orderNames: readonly string[];
  readonly moreOfOrder?: string;
  /** Finds the field that a name in `order` stands for. */
  readonly orderField: (name: string) => Path | null;
  readonly parameters: Readonly<Record<string, Parameter<Filter>>>;
}

/** Inclusive bounds on the last modification. */
interface TimeRange {
  readonly started?: Instant;
  readonly ended?: Instant;
}

const bound = (description: string) => ({ type: "string", description, examples: ["2015-01-01T00:00:00Z", "PT3H0M0S"] });

/** The parameters that every list has. */
const schemas = {
  page: {
    oneOf: [
      { type: "integer", minimum: 1 },
      { type: "string", const: "last" },
    ],
    default: 1,
    description: 'The page of the results to return, from 1; "last" is the last one.',
  },
  page_size: {
    type: "integer",
    minimum: 1,
    maximum: maxPageSize,
    default: defaultPageSize,
    description: `The size of a page. What is larger than ${maxPageSize} is taken as ${maxPageSize}.`,
  },
  started: bound("The start of the time range of last_modified, inclusive: a time with a zone, or how long before now."),
  ended: bound(`The end of the time range of last_modified, inclusive, as in started. Defaults to now. ${upperBound}`),
};

/** A parameter that may come several times. */
export const repeated = (description: string, items: object) => ({
  type: "array",
  items,
  description: `${description} Duplicate it for several values.`,
});

/**
 * The query of a list. It is read as Scale reads it.
 * @returns a schema whose reader throws a DomainError: INVALID, naming every wrong parameter; NOT_FOUND where `page` can't be a page's
 * number
 */
export function listQuery<Filter extends TimeRange, Path extends string>(kind: ListKind<Filter, Path>) {
  const { things, orderNames, moreOfOrder = "", orderField, parameters } = kind;
  const order = repeated(describeOrder(orderNames, moreOfOrder), { type: "string", pattern: "^-?[a-z_]+$", examples: ["-last_modified"] });
  const own = Object.entries(parameters);
  const properties = { ...schemas, order, ...Object.fromEntries(own.map(([name, { schema }]) => [name, schema])) };
  return readBy<ListQuery<Partial<Filter>, Path>>({ type: "object", properties }, (given) => {
    const query = given as QueryParameters;
    const problems: Problem[] = [];
    const order = readOrder(orderField, things, allOf(query, "order"), wrongIn("order", problems));
    const filter = readTimeRange(query, problems) as Partial<Filter>;
    for (const [name, { read }] of own) {
      if (query[name] !== undefined) Object.assign(filter, read(allOf(query, name), wrongIn(name, problems)));
    }
    refuse(problems);
    const askedPage = lastOf(query, "page") ?? "1";
    return { filter, order, askedPage, page: readPage(askedPage), pageSize: readPageSize(lastOf(query, "page_size")) };
  });
}

/** The error for a page that does not exist. */
export const invalidPage = (page: string, reason: string): DomainError =>
  new DomainError({ code: "NOT_FOUND", path: [], message: `Invalid page "${page}": ${reason}` });

/** The values that text is compared with. A value that the database can't store matches nothing, and the database would not take it. */
export const storableTexts = (texts: readonly string[]): readonly string[] => texts.filter(isStorable);

function readTimeRange(query: QueryParameters, problems: Problem[]): TimeRange {
  const now = new Date();
  const read = (name: "started" | "ended") => {
    const text = lastOf(query, name);
    if (text === undefined) return undefined;
    const bound = readTimeBound(text, now);
    if (bound !== null) return bound;
    wrongIn(name, problems)("must be an ISO-8601 date and time with a time zone (2015-01-01T00:00:00Z), or a duration (PT3H0M0S)");
    return undefined;
  };
  const [started, ended] = [read("started"), read("ended")];
  if (started && ended && started.first >= ended.first) wrongIn("started", problems)("must be before ended");
  return { ...(started && { started: started.first }), ...(ended && { ended: ended.last }) };
}

function readPage(text: string): number | "last" {
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
