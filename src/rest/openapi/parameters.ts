import { defaultPageSize, maxPageSize } from "../../domain/page.js";
import { ref, type Schema } from "./schema.js";

export const query = (name: string, description: string, schema: Schema) => ({ in: "query", name, description, schema });

/** A parameter that may come several times. */
export const repeated = (name: string, description: string, items: Schema) => ({
  ...query(name, `${description} Duplicate it for several values.`, { type: "array", items }),
  style: "form",
  explode: true,
});

/** How the end of a time range is read. */
export const upperBound =
  "It covers all of its millisecond, since times are shown in these; with more than three decimals, its microsecond only.";

const bound = (description: string): Schema => ({
  type: "string",
  description,
  examples: ["2015-01-01T00:00:00Z", "PT3H0M0S"],
});

/** What every list takes. @param orderNames the names that `order` knows */
export const listParameters = (orderNames: readonly string[]) => [
  query("page", 'The page of the results to return, from 1; "last" is the last one.', {
    oneOf: [{ type: "integer", minimum: 1 }, { const: "last" }],
    default: 1,
  }),
  query("page_size", `The size of a page. What is larger than ${maxPageSize} is taken as ${maxPageSize}.`, {
    type: "integer",
    minimum: 1,
    maximum: maxPageSize,
    default: defaultPageSize,
  }),
  query("started", "The start of the time range of last_modified, inclusive.", bound("A time with a zone, or how long before now.")),
  query("ended", `The end of the time range of last_modified, inclusive. Defaults to now. ${upperBound}`, bound("As in started.")),
  repeated("order", "Fields to order the results by; a dash before a name reverses. Then by id.", {
    type: "string",
    enum: orderNames.flatMap((name) => [name, `-${name}`]),
  }),
];

export const idInPath = { in: "path", name: "id", required: true, schema: ref("Id") };
