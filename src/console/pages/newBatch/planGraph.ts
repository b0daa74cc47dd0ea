import type { JobAction } from "../../generated/graphql.js";
import type { DrawnEdge, DrawnJob } from "../../parts/graph/drawnGraph.js";
import type { GraphJob } from "../../parts/graph/recipeGraph.js";

interface JobPlan {
  readonly jobName: string;
  readonly action: JobAction;
}

export interface PlannedJob extends DrawnJob {
  /** The version of the job that it takes the place of; null where there is none. */
  readonly replaces: string | null;
}

/**
 * The graph of a recipe type with what a batch would do to the jobs of recipes of one revision.
 * @param current the jobs of the current revision
 * @param earlier those of the recipes' own revision; null while that is not known
 * @param plan empty where there are no such recipes: then nothing is marked
 * @param forced the names of jobs that run again in any case; null: all
 */
export function planGraph(
  current: readonly GraphJob[],
  earlier: readonly GraphJob[] | null,
  plan: readonly JobPlan[],
  forced: ReadonlySet<string> | null,
): { readonly jobs: readonly PlannedJob[]; readonly edges: readonly DrawnEdge[] } {
  const isRemoved = (name: string) => plan.some(({ jobName, action }) => jobName === name && action === "REMOVE");
  const names = new Set(current.map(({ name }) => name));
  const gone = (earlier ?? []).filter(({ name }) => isRemoved(name) && !names.has(name));
  const jobs = [
    ...current.map((job): PlannedJob => {
      const replaced = isRemoved(job.name) ? earlier?.find(({ name }) => name === job.name) : undefined;
      return {
        name: job.name,
        jobType: job.jobType,
        mark: plan.find(({ jobName, action }) => jobName === job.name && action !== "REMOVE")?.action ?? null,
        replaces: replaced?.jobType.version ?? null,
        isPressed: forced === null || forced.has(job.name),
      };
    }),
    ...gone.map(({ name, jobType }): PlannedJob => ({ name, jobType, mark: "REMOVE", replaces: null, isPressed: false })),
  ];
  const drawn = new Set(jobs.map(({ name }) => name));
  const edges = [...current, ...gone].flatMap((job) =>
    job.parents
      .filter((parent) => drawn.has(parent))
      .map((from): DrawnEdge => ({ from, to: job.name, mark: gone.includes(job) ? "REMOVE" : null })),
  );
  return { jobs, edges };
}
