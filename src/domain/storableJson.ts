import type { Problem } from "./errors.js";

/** PostgreSQL's own limit lies far higher, but whoever reads the document later shall not run out of stack. */
const deepest = 100;

/** PostgreSQL stores neither the character NUL nor half a surrogate pair. */
const isUnstorable = (text: string): boolean => text.includes("\0") || /\p{Surrogate}/u.test(text);

/**
 * What of a JSON document a `jsonb` or `text` column can't hold. Without this check it would come up as an error of the
 * database that names no field.
 */
export function storableJson(value: unknown, path: readonly string[] = []): Problem[] {
  const problem = (message: string): Problem[] => [{ code: "INVALID", path, message }];
  if (typeof value === "string" && isUnstorable(value)) return problem("has a character that the database can't store");
  if (typeof value === "number" && !Number.isFinite(value)) return problem("is too large a number");
  if (typeof value !== "object" || value === null) return [];
  if (path.length >= deepest) return problem("is nested too deep");
  return Object.entries(value).flatMap(([key, member]) =>
    isUnstorable(key) ? problem("has a name with a character that the database can't store") : storableJson(member, [...path, key]),
  );
}
