import type { BatchInput } from "../domain/batch/create/checkBatch.js";
import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { isId, readInteger } from "./integers.js";
import { lastOf, type QueryParameters } from "./queryParameters.js";

const fields = ["recipe_type_id", "title", "description", "definition"] as const;

/**
 * Reads the body that *Create Batch* and *Validate Batch* document. Only its shape is checked here; the rules are `checkBatch`'s.
 * Fields that are not documented are ignored. As in Scale, a field may stand in the query string, and then counts before the body's.
 * @throws {DomainError} naming every field of a wrong type
 */
export function readBatchBody({ body, query }: { body: unknown; query: unknown }): BatchInput {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new DomainError({ code: "INVALID", path: [], message: "The body must be a JSON object" });
  }
  const { recipe_type_id, title, description, definition } = { ...body, ...inQuery(query as QueryParameters) };
  const problems: Problem[] = [];
  const recipeTypeId = readRecipeTypeId(recipe_type_id, problems);
  const input = { recipeTypeId, title: readText("title", title, problems), description: readText("description", description, problems) };
  refuse(problems);
  return { ...input, definition };
}

type Fields = { readonly [Field in (typeof fields)[number]]?: unknown };

function inQuery(query: QueryParameters): Fields {
  return Object.fromEntries(fields.filter((name) => query[name] !== undefined).map((name) => [name, lastOf(query, name)]));
}

/** @returns undefined where it is missing; null where no recipe type can have it */
function readRecipeTypeId(value: unknown, problems: Problem[]): number | null | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "string" ? readInteger(value) : value;
  if (!Number.isInteger(number)) {
    problems.push({ code: "INVALID", path: ["recipe_type_id"], message: "must be an integer" });
    return null;
  }
  return isId(number as number) ? (number as number) : null;
}

/** A number is kept as text, as Scale keeps it. */
function readText(field: string, value: unknown, problems: Problem[]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || Number.isFinite(value)) return String(value);
  problems.push({ code: "INVALID", path: [field], message: "must be a string or null" });
  return null;
}
