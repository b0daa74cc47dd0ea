import { refuse } from "../errors.js";
import { FieldReader } from "../fieldReader.js";
import { readJobTypeDocument } from "../job/jobTypeDocument.js";
import { storableJson } from "../storable.js";
import { readTriggerRuleDocument } from "../trigger/triggerRuleDocument.js";
import { textOfKey } from "./graph.js";
import { readRecipeDefinition } from "./recipeDefinition.js";
/**
 * Reads a recipe type document. Ids, times and revision numbers in it are those of the system that served it, and are ignored. So are
 * fields that the gateway has no column for.
 * @throws {DomainError} with everything that is wrong
 */
export function readRecipeTypeDocument(value) {
    refuse(storableJson(value));
    const problems = [];
    const reader = new FieldReader(value, [], problems);
    const definition = reader.requiredObject("definition");
    const read = readRecipeDefinition(definition);
    problems.push(...read.problems.map((problem) => ({ ...problem, path: ["definition", ...problem.path] })));
    const triggerRule = reader.within("trigger_rule");
    const document = {
        name: reader.name("name"),
        version: reader.name("version"),
        fields: { title: reader.text("title", 50), description: reader.text("description", 500), isActive: reader.flag("is_active") },
        definition,
        usedJobTypes: read.graph ? usedJobTypes(definition) : [],
        warnings: read.warnings,
        jobTypes: readJobTypes(reader),
        triggerRule: reader.isNull("trigger_rule") ? null : triggerRule && readTriggerRuleDocument(triggerRule),
    };
    refuse(problems);
    return document;
}
/** @param definition one that has been found valid; unlike its graph, it has the order of the document */
const usedJobTypes = (definition) => (definition.jobs ?? []).map((job) => job.job_type);
function readJobTypes(reader) {
    const seen = new Set();
    return reader.items("job_types", (item) => {
        const jobType = readJobTypeDocument(item);
        const key = textOfKey(jobType);
        if (jobType.name && seen.has(key))
            item.invalid(null, `is described twice: "${jobType.name}" ${jobType.version}`);
        seen.add(key);
        return jobType;
    });
}
