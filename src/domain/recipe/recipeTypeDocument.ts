import type { Prisma } from "../../db/generated/client.js";
import { type Problem, refuse } from "../errors.js";
import { FieldReader } from "../fieldReader.js";
import { type JobTypeDocument, readJobTypeDocument } from "../job/jobTypeDocument.js";
import { storableJson } from "../storable.js";
import { readTriggerRuleDocument } from "../trigger/loadTriggerRule.js";
import { type JobTypeKey, textOfKey } from "./graph.js";
import { readRecipeDefinition } from "./recipeDefinition.js";

/** A recipe type with all that belongs to it, as Scale's `GET /recipe-types/{id}/` answers. */
export type RecipeTypeDocument = ReturnType<typeof readRecipeTypeDocument>;

/**
 * Reads a recipe type document. Ids, times and revision numbers in it are those of the system that served it, and are ignored. So are
 * fields that the gateway has no column for.
 * @throws {DomainError} with everything that is wrong
 */
export function readRecipeTypeDocument(value: unknown) {
  refuse(storableJson(value));
  const problems: Problem[] = [];
  const reader = new FieldReader(value, [], problems);
  const definition = reader.requiredObject("definition");
  const read = readRecipeDefinition(definition);
  problems.push(...read.problems.map((problem) => ({ ...problem, path: ["definition", ...problem.path] })));
  const triggerRule = reader.within("trigger_rule");
  const document = {
    name: reader.name("name"),
    version: reader.name("version"),
    /** A field is undefined where the document doesn't give it. */
    fields: { title: reader.text("title", 50), description: reader.text("description", 500), isActive: reader.flag("is_active") },
    definition,
    /** The job types of the definition's jobs, in the order of the document. */
    usedJobTypes: read.graph ? usedJobTypes(definition) : [],
    /** What is odd about the definition but works. */
    warnings: read.warnings,
    jobTypes: readJobTypes(reader),
    /** Null: the recipe type shall have none. Undefined: the document doesn't say. */
    triggerRule: reader.isNull("trigger_rule") ? null : triggerRule && readTriggerRuleDocument(triggerRule),
  };
  refuse(problems);
  return document;
}

/** @param definition one that has been found valid; unlike its graph, it has the order of the document */
const usedJobTypes = (definition: Prisma.InputJsonObject): JobTypeKey[] =>
  ((definition.jobs ?? []) as unknown as { job_type: JobTypeKey }[]).map((job) => job.job_type);

function readJobTypes(reader: FieldReader): JobTypeDocument[] {
  const seen = new Set<string>();
  return reader.items("job_types", (item) => {
    const jobType = readJobTypeDocument(item);
    const key = textOfKey(jobType);
    if (jobType.name && seen.has(key)) item.invalid(null, `is described twice: "${jobType.name}" ${jobType.version}`);
    seen.add(key);
    return jobType;
  });
}
