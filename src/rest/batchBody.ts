import type { BatchInput } from "../domain/batch/checkBatch.js";
import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { isId } from "./id.js";

/**
 * Reads the body that *Create Batch* and *Validate Batch* document. Only its shape is checked here; the rules are `checkBatch`'s.
 * Fields that are not documented are ignored.
 * @throws {DomainError} naming every field of a wrong type
 */
export function readBatchBody(body: unknown): BatchInput {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new DomainError({ code: "INVALID", path: [], message: "The body must be a JSON object" });
  }
  const { recipe_type_id, title = null, description = null, definition } = body as Record<string, unknown>;
  const problems: Problem[] = [];
  const recipeTypeId = readRecipeTypeId(recipe_type_id, problems);
  const input = { recipeTypeId, title: readText("title", title, problems), description: readText("description", description, problems) };
  refuse(problems);
  return { ...input, definition };
}

/** @returns undefined where it is missing; null where no recipe type can have it */
function readRecipeTypeId(value: unknown, problems: Problem[]): number | null | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (!Number.isInteger(number)) {
    problems.push({ code: "INVALID", path: ["recipe_type_id"], message: "must be an integer" });
    return null;
  }
  return isId(number as number) ? (number as number) : null;
}

function readText(field: string, value: unknown, problems: Problem[]): string | null {
  if (value === null || typeof value === "string") return value;
  problems.push({ code: "INVALID", path: [field], message: "must be a string or null" });
  return null;
}
