import { isStorable, maxInt } from "../db/sql/parameters.js";
import type { Problem } from "./errors.js";

export { isStorable, maxInt } from "../db/sql/parameters.js";

/**
 * Whether a number can be an id. A value that can't be stored matches nothing, whether it is a number that is no id or a text that is not
 * storable.
 */
export const isId = (number: unknown): number is number =>
  Number.isInteger(number) && (number as number) > 0 && (number as number) <= maxInt;

/**
 * The most levels of a document. PostgreSQL takes documents that are nested far deeper, but programs that read them later would run out of
 * stack.
 */
const maxDepth = 100;

/**
 * Finds the parts of a JSON document that a `jsonb` or `text` column can't hold. PostgreSQL would refuse the document, too, but its error
 * does not say which field is wrong.
 */
export function storableJson(value: unknown, path: readonly string[] = []): Problem[] {
  const problem = (message: string): Problem[] => [{ code: "INVALID", path, message }];
  if (typeof value === "string" && !isStorable(value)) return problem("has a character that the database can't store");
  if (typeof value === "number" && !Number.isFinite(value)) return problem("is too large a number");
  if (typeof value !== "object" || value === null) return [];
  if (path.length >= maxDepth) return problem("is nested too deep");
  return Object.entries(value).flatMap(([key, member]) =>
    isStorable(key) ? storableJson(member, [...path, key]) : problem("has a name with a character that the database can't store"),
  );
}
