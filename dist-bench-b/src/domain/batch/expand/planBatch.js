import { textOfKey } from "../../recipe/graph.js";
import { graphDelta } from "../../recipe/graphDelta.js";
import { readRecipeDefinition } from "../../recipe/recipeDefinition.js";
/**
 * Plans what would become of the recipes of each source. There is no other planner: validation shows these plans, and expansion carries
 * them out.
 * @returns each source with its plan, by the numbers of the revisions
 */
export async function planBatch(db, target, sources) {
    const revisionIds = [...new Set([...sources.map(({ revisionId }) => revisionId), target.revisionId])];
    const rows = await db.prisma.recipeTypeRevision.findMany({ where: { id: { in: revisionIds } } });
    const revisions = new Map(rows.map(({ id, revisionNum, definition }) => [id, { revisionNum, graph: readRecipeDefinition(definition).graph }]));
    const to = revisions.get(target.revisionId)?.graph ?? null;
    const jobTypes = await findJobTypes(db, [...revisions.values()].map(({ graph }) => graph));
    return sources
        .map((source) => {
        const { revisionNum, graph: from } = revisions.get(source.revisionId) ?? noRevision(source.revisionId);
        const plan = { ...source, revisionNum };
        if (!from || !to) {
            const message = `The definition of revision ${revisionNum}, or of the current one, is not valid`;
            return { ...plan, failure: { code: "DEFINITION_INVALID", message }, jobs: [], target: null };
        }
        return { ...plan, ...planRevision(from, to, source, target, jobTypes), target: to };
    })
        .sort((one, other) => one.revisionNum - other.revisionNum);
}
function noRevision(id) {
    throw new Error(`There is no recipe type revision ${id}`);
}
function planRevision(from, to, { revisionId: sourceId, failedJobs }, { revisionId, isActive, forced }, jobTypes) {
    const delta = graphDelta(from, to, forced, failedJobs);
    const jobs = delta.nodes.map((node) => {
        const { jobType } = (node.action === "REMOVE" ? from : to).nodes.get(node.name) ?? {};
        return { ...node, jobType: (jobType && jobTypes.get(textOfKey(jobType))) ?? null };
    });
    return { jobs, failure: findFailure() };
    function findFailure() {
        if (!isActive)
            return { code: "RECIPE_TYPE_INACTIVE", message: "The recipe type is not active" };
        if (delta.incompatible)
            return { code: "INPUTS_INCOMPATIBLE", message: `The recipe's inputs do not fit the current revision: ${delta.incompatible}` };
        const made = jobs.filter((job) => job.action === "RERUN" || job.action === "ADD");
        if (sourceId === revisionId && made.length === 0) {
            return { code: "NOTHING_TO_DO", message: "The recipe is of the current revision, and none of its jobs is to run again" };
        }
        const unknown = made.find((job) => job.jobType === null);
        if (unknown)
            return { code: "JOB_TYPE_UNKNOWN", message: `The job type of job "${unknown.name}" does not exist` };
        const inactive = made.find((job) => job.jobType?.isActive === false);
        if (inactive) {
            const { name, version } = inactive.jobType;
            return { code: "JOB_TYPE_INACTIVE", message: `The job type ${name} ${version} of job "${inactive.name}" is not active` };
        }
        return null;
    }
}
async function findJobTypes(db, graphs) {
    const keys = new Map(graphs.flatMap((graph) => [...(graph?.nodes.values() ?? [])]).map(({ jobType }) => [textOfKey(jobType), jobType]));
    if (keys.size === 0)
        return new Map();
    const jobTypes = await db.prisma.jobType.findMany({
        where: { OR: [...keys.values()].map(({ name, version }) => ({ name, version })) },
        include: { revisions: { select: { id: true, revisionNum: true } } },
    });
    return new Map(jobTypes.map(({ revisions, ...jobType }) => {
        const revision = revisions.find(({ revisionNum }) => revisionNum === jobType.revisionNum);
        if (!revision)
            throw new Error(`Job type ${jobType.id} has no revision ${jobType.revisionNum}`);
        return [textOfKey(jobType), { ...jobType, revisionId: revision.id }];
    }));
}
