import { snakeCase } from "../domain/snakeCase.js";
import { camelCase } from "./makerOf.js";

/**
 * Finds the path that a name in `order` stands for: a field of the listed objects, or a column of an object that they lead to. Such a
 * column's name begins with the names of the steps to it: `creator_job__job_type__name`. The name of a reference, with or without `_id`,
 * stands for the id, and so does `pk`, as in Scale.
 * @param isSortable whether callers may sort by a path
 * @returns null where the name stands for none
 */
export function orderPath<Path extends string>(isSortable: (path: string) => path is Path, name: string): Path | null {
  if (!/^[a-z_]+$/.test(name)) return null;
  const path = name.split("__").map(camelCase).join(".").replace(/\bpk$/, "id");
  return [path, `${path}.id`, path.replace(/Id$/, ".id")].find(isSortable) ?? null;
}

/** The name that `order` takes for a path; `pk` and the names of references stand for some, too. */
export const orderName = (path: string): string => snakeCase(path).replaceAll(".", "__");

/** One of the fields that a list is ordered by. */
export interface Order<Path extends string> {
  readonly field: Path;
  readonly descending: boolean;
}

/** Each may need several joins, which PostgreSQL takes time to plan. */
const maxOrderFields = 10;

/** Reads the values of `order`: a field's name, with `-` before it to reverse. A field that is named again changes nothing. */
export function readOrder<Path extends string>(
  orderField: (name: string) => Path | null,
  things: string,
  values: readonly string[],
  wrong: (message: string) => void,
): Order<Path>[] {
  const order = new Map<Path, Order<Path>>();
  for (const value of values) {
    const descending = value.startsWith("-");
    const field = orderField(descending ? value.slice(1) : value);
    if (field === null) wrong(`"${value}" is not a field that ${things} can be ordered by`);
    else if (!order.has(field)) order.set(field, { field, descending });
  }
  if (order.size > maxOrderFields) wrong(`must name at most ${maxOrderFields} different fields`);
  return [...order.values()];
}

/** Describes `order`. The names that it knows are listed by the object that has them. @param more what else is to be said */
export function describeOrder(names: readonly string[], more: string): string {
  const prefixOf = (name: string) => /^(.*__)?/.exec(name)?.[0] ?? "";
  const lines = [...new Set(names.map(prefixOf))].map((prefix) => {
    const members = names.filter((name) => prefixOf(name) === prefix);
    const columns = members.map((name) => `\`${name.slice(prefix.length)}\``).join(", ");
    return prefix === "" ? `- ${columns}` : `- after \`${prefix}\`: ${columns}`;
  });
  const start = `Fields to order the results by; a dash before a name reverses. Then by id. At most ${maxOrderFields}. A field is one of`;
  return `${start}\n\n${lines.join("\n")}\n\nThe name of an object alone stands for its id.${more}`;
}
