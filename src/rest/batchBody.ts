import type { FastifyReply, FastifyRequest } from "fastify";
import type { BatchInput } from "../domain/batch/create/checkBatch.js";
import { DomainError, type Problem, refuse } from "../domain/errors.js";
import { isObject } from "../domain/fieldReader.js";
import { isId } from "../domain/storable.js";
import { maxDescription, maxTitle } from "../domain/textLimits.js";
import { type Field, lastOf, type QueryParameters, readBy, readInteger, wrongIn } from "./reading.js";
import { BatchDefinitionInput } from "./schemas/batchSchemas.js";
import { named } from "./schemas/schema.js";

type Wrong = (message: string) => void;

/** @returns undefined where the id is missing; null where no recipe type can have it */
function readRecipeTypeId(value: unknown, wrong: Wrong): number | null | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "string" ? readInteger(value) : value;
  if (!Number.isInteger(number)) wrong("must be an integer");
  return isId(number as number) ? (number as number) : null;
}

/** A number is kept as text, as Scale keeps it. */
function readText(value: unknown, wrong: Wrong): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || Number.isFinite(value)) return String(value);
  wrong("must be a string or null");
  return null;
}

const text = (maxLength: number, description: string): Field<unknown, string | null> => ({
  schema: { type: ["string", "number", "null"], maxLength, description: `${description} A number is kept as text.` },
  read: readText,
});

const fields = {
  recipe_type_id: {
    schema: {
      oneOf: [{ type: "integer" }, { type: "string", pattern: "^\\s*[+-]?\\d+\\s*$" }],
      description: "The id of the recipe type to which the batch applies. It may come as a string.",
    },
    read: readRecipeTypeId,
  },
  title: text(maxTitle, "The human-readable name of the batch."),
  description: text(maxDescription, "An optional description of the batch."),
  definition: { schema: BatchDefinitionInput, read: (value: unknown) => value },
} satisfies Record<string, Field<unknown, unknown>>;
type Name = keyof typeof fields;

const names = Object.keys(fields) as Name[];

/**
 * The body that *Create Batch* and *Validate Batch* document. Only its shape is checked here; the rules are `checkBatch`'s.
 * Fields that are not documented are ignored.
 */
export const batchBody = readBy<BatchInput>(
  named("BatchInput", {
    type: "object",
    required: ["recipe_type_id", "definition"],
    properties: Object.fromEntries(names.map((name) => [name, fields[name].schema])),
    examples: [
      {
        recipe_type_id: 1,
        title: "My Batch",
        description: "My batch of recipes",
        definition: {
          version: "1.0",
          date_range: { started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00.000Z" },
          all_jobs: true,
        },
      },
    ],
  }),
  (body) => {
    if (!isObject(body)) throw new DomainError({ code: "INVALID", path: [], message: "The body must be a JSON object" });
    const problems: Problem[] = [];
    const read = <N extends Name>(name: N) =>
      fields[name].read(body[name], wrongIn(name, problems)) as ReturnType<(typeof fields)[N]["read"]>;
    const input = { recipeTypeId: read("recipe_type_id"), title: read("title"), description: read("description") };
    refuse(problems);
    return { ...input, definition: read("definition") };
  },
);

/** As in Scale, a field of the body may stand in the query string. It then counts instead of the body's. */
export function takeFieldsOfQuery(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const query = request.query as QueryParameters;
  const inQuery = names.filter((name) => query[name] !== undefined).map((name) => [name, lastOf(query, name)]);
  if (isObject(request.body)) request.body = { ...request.body, ...Object.fromEntries(inQuery) };
  done();
}
