import { findJobTypesByKey } from "../job/findJobs.js";
import { textOfKey } from "./graph.js";
import { readRecipeDefinition } from "./recipeDefinition.js";
/** Finds the job types that a recipe definition names, each once, in the order in which the first of their jobs can run. */
export async function findJobTypesOf(db, definition) {
    const nodes = [...(readRecipeDefinition(definition).graph?.nodes.values() ?? [])];
    const keys = [...new Set(nodes.map((node) => textOfKey(node.jobType)))];
    const found = await findJobTypesByKey(db, nodes.map((node) => node.jobType));
    const jobTypes = new Map(found.map((jobType) => [textOfKey(jobType), jobType]));
    return keys.flatMap((key) => jobTypes.get(key) ?? []);
}
