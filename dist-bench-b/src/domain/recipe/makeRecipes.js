import { analyzeRecipes } from "../../db/sql/catalogue/analyzeRecipes.js";
import { insertRecipes } from "../../db/sql/catalogue/insertRecipes.js";
import { currentRevisionId } from "./currentRevisionId.js";
import { findJobTypesOf } from "./findJobTypesOf.js";
import { readRecipeDefinition } from "./recipeDefinition.js";
/**
 * About how many rows a chunk writes. A chunk is one transaction, and takes under a second. Between chunks, progress is shown and Ctrl-C is
 * heeded.
 */
const rowsOfChunk = 40_000;
/** From this many recipes on, PostgreSQL's statistics of the tables are renewed, so that it plans for what is there. */
const analyzeFrom = 1000;
/**
 * Makes recipes of a recipe type's current revision, each with its own input files and trigger event, and all of their jobs
 * COMPLETED, with an output file for each that their interfaces name: what a catalogue's users would have after some time of operation.
 */
export async function makeRecipes(db, order, { onProgress, signal } = {}) {
    const { count, from, to, filesUri = null } = order;
    const recipeType = await db.prisma.recipeType.findUniqueOrThrow({ where: { id: order.recipeTypeId } });
    const revisionId = await currentRevisionId(db, recipeType);
    const { graph } = readRecipeDefinition(recipeType.definition);
    if (!graph)
        throw new Error(`The definition of recipe type ${recipeType.id} is not valid`);
    const [nodes, inputs] = [nodeRows(graph), inputRows(graph, recipeType.definition)];
    const outputs = (await findJobTypesOf(db, recipeType.definition)).flatMap(outputRows);
    const rowsOfRecipe = 2 + 2 * nodes.length + outputs.length + 2 * inputs.reduce((sum, { files }) => sum + files, 0);
    const chunk = Math.max(1, Math.floor(rowsOfChunk / rowsOfRecipe));
    const plan = [revisionId, JSON.stringify(nodes), JSON.stringify(inputs), from, to, count];
    const products = [JSON.stringify(outputs), filesUri];
    let made = { recipes: 0, jobs: 0 };
    while (made.recipes < count && !signal?.aborted) {
        const size = Math.min(chunk, count - made.recipes);
        const [added] = await db.query(insertRecipes, [...plan, made.recipes, size, ...products]);
        made = { recipes: made.recipes + size, jobs: made.jobs + (added?.jobs ?? 0) };
        onProgress?.(made.recipes);
    }
    if (made.recipes >= analyzeFrom)
        await db.query(analyzeRecipes);
    return made;
}
function nodeRows({ nodes }) {
    const depths = new Map();
    return [...nodes.values()].map(({ name, jobType, parents }) => {
        const depth = Math.max(0, ...parents.map((parent) => (depths.get(parent.name) ?? 0) + 1));
        depths.set(name, depth);
        return { name, type_name: jobType.name, type_version: jobType.version, depth };
    });
}
/** Every file input gets one file, or two if it takes several. A property gets a value only if it is required. */
function inputRows({ inputs }, definition) {
    const filesOf = { property: 0, file: 1, files: 2 };
    return [...inputs.values()]
        .filter(({ type, required }) => type !== "property" || required)
        .map(({ name, type }, position) => ({ position, name, type, files: filesOf[type], ...kindOfFile(acceptedBy(definition, name)) }));
}
/** The graph leaves out which media types an input accepts, so they are read from the definition, where nothing has checked them. */
function acceptedBy(definition, inputName) {
    const { input_data: inputs } = definition;
    const accepted = inputs.find(({ name }) => name === inputName)?.media_types;
    return Array.isArray(accepted) ? accepted[0] : null;
}
/** Every output that takes files gets one. Nothing has checked an interface: what has no name or another type is left out. */
function outputRows({ name: type_name, version: type_version, interface: document }) {
    const outputs = document?.output_data;
    return (Array.isArray(outputs) ? outputs : []).flatMap((output, position) => {
        const { name, type, media_type } = (output ?? {});
        if (typeof name !== "string" || (type !== "property" && type !== "file" && type !== "files"))
            return [];
        return [{ type_name, type_version, position, name, type, ...kindOfFile(media_type) }];
    });
}
/** A media type that can be stored, and the end of its files' names. */
function kindOfFile(mediaType) {
    const isStorable = typeof mediaType === "string" && mediaType !== "" && [...mediaType].length <= 250;
    const media_type = isStorable ? mediaType : "application/octet-stream";
    return { media_type, extension: `.${/\/([\w.+-]{1,20})$/.exec(media_type)?.[1] ?? "dat"}` };
}
