import { isStorable, maxInt } from "../db/sql/storable.js";
import type { Problem } from "./errors.js";

export { isStorable, maxInt } from "../db/sql/storable.js";

/** Whether a number can be an id. What can't be stored matches nothing: neither a number that is no id, nor a text that is not storable. */
export const isId = (number: unknown): number is number =>
  Number.isInteger(number) && (number as number) > 0 && (number as number) <= maxInt;

/** PostgreSQL's own limit lies far higher, but whoever reads the document later shall not run out of stack. */
const maxDepth = 100;

/**
 * What of a JSON document a `jsonb` or `text` column can't hold. Without this check it would come up as an error of the
 * database that names no field.
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
