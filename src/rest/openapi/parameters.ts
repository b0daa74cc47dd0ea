import { defaultPageSize, maxPageSize } from "../../domain/page.js";
import { maxOrderFields } from "../listQuery.js";
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

/** The names that `order` knows, in a list for each of the objects that have them. */
function describeOrder(names: readonly string[], more: string): string {
  const prefixOf = (name: string) => /^(.*__)?/.exec(name)?.[0] ?? "";
  const lines = [...new Set(names.map(prefixOf))].map((prefix) => {
    const members = names.filter((name) => prefixOf(name) === prefix);
    const columns = members.map((name) => `\`${name.slice(prefix.length)}\``).join(", ");
    return prefix === "" ? `- ${columns}` : `- after \`${prefix}\`: ${columns}`;
  });
  const start = `Fields to order the results by; a dash before a name reverses. Then by id. At most ${maxOrderFields}. A field is one of`;
  return `${start}\n\n${lines.join("\n")}\n\nThe name of an object alone stands for its id.${more}`;
}

/** What every list takes. @param orderNames the names that `order` knows @param moreOfOrder what else is to be said of it */
export const listParameters = (orderNames: readonly string[], moreOfOrder = "") => [
  query("page", 'The page of the results to return, from 1; "last" is the last one.', {
    oneOf: [
      { type: "integer", minimum: 1 },
      { type: "string", const: "last" },
    ],
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
  repeated("order", describeOrder(orderNames, moreOfOrder), { type: "string", pattern: "^-?[a-z_]+$", examples: ["-last_modified"] }),
];

export const idInPath = { in: "path", name: "id", required: true, schema: ref("Id") };
