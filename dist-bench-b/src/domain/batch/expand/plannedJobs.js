/** The least that Scale gives a job. */
const minCpus = 0.25;
const minMemMiB = 128;
/** Brings a plan into the form that `reprocess` takes. @param priority of the new jobs; null: their types' own */
export function plannedJobs({ jobs, target }, priority) {
    const keptAs = new Map(jobs.filter((job) => job.action === "KEEP").map((job) => [job.name, job.previousName]));
    return jobs
        .filter((job) => job.action !== "REMOVE")
        .map((job) => {
        const node = target?.nodes.get(job.name);
        const parents = node?.parents.map((parent) => parent.name) ?? [];
        const keptParents = parents.flatMap((name) => keptAs.get(name) ?? []);
        const ready = parents.length === 0 ? "YES" : keptParents.length < parents.length ? "NO" : "KEPT_PARENTS";
        return {
            name: job.name,
            kept: job.action === "KEEP",
            previous_name: job.previousName,
            // A job of an unknown type can only be kept. A plan that would make one is a failure, and is not carried out.
            ...(job.jobType ? requirements(job.jobType, priority) : nothing),
            ready,
            kept_parents: keptParents,
            node: {
                recipe_inputs: node?.recipeInputs.map(({ recipeInput, jobInput }) => ({ recipe_input: recipeInput, job_input: jobInput })) ?? [],
                dependencies: node?.parents.map(({ name, connections }) => ({ name: keptAs.get(name) ?? name, connections })) ?? [],
            },
            list_inputs: listInputsOf(job.jobType?.interface),
        };
    });
}
/** The inputs of a stored interface that take a list of files. Nothing has checked the interface. */
function listInputsOf(jobInterface) {
    const { input_data: inputs } = (jobInterface ?? {});
    return (Array.isArray(inputs) ? inputs : []).flatMap((input) => input?.type === "files" && typeof input.name === "string" ? [input.name] : []);
}
/** What a new job takes from its type and that type's current revision. */
const requirements = (jobType, priority) => ({
    job_type_id: jobType.id,
    job_type_rev_id: jobType.revisionId,
    priority: priority ?? jobType.priority,
    timeout: jobType.timeout,
    max_tries: jobType.maxTries,
    cpus: Math.max(minCpus, jobType.cpusRequired),
    mem: Math.max(minMemMiB, jobType.memRequired),
});
const nothing = { job_type_id: null, job_type_rev_id: null, priority: null, timeout: null, max_tries: null, cpus: null, mem: null };
