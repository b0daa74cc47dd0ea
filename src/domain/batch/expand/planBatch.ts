import type { Db } from "../../../db/database.js";
import type { JobType } from "../../../db/generated/client.js";
import { type RecipeGraph, textOfKey } from "../../recipe/graph.js";
import { type ForcedJobs, graphDelta, type NodeDelta } from "../../recipe/graphDelta.js";
import { readRecipeDefinition } from "../../recipe/recipeDefinition.js";

/** Why recipes can't be re-processed. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

type FailureCode =
  | "RECIPE_TYPE_INACTIVE"
  | "DEFINITION_INVALID"
  | "INPUTS_INCOMPATIBLE"
  | "NOTHING_TO_DO"
  | "JOB_TYPE_UNKNOWN"
  | "JOB_TYPE_INACTIVE"
  | "SUPERSEDED"
  | "JOBS_MISSING";

export type JobTypeWithRevision = JobType & { readonly revisionId: number };

export interface JobPlan extends NodeDelta {
  /** Null where no such job type is in the database. */
  readonly jobType: JobTypeWithRevision | null;
}

/** What recipes have in common that share a plan. */
export interface PlanSource {
  readonly revisionId: number;
  /** The names, in that revision, of the jobs that run again because they have failed. */
  readonly failedJobs: readonly string[];
}

/** What becomes of the recipes of one revision that have the same failed jobs to run again. */
export interface RevisionPlan extends PlanSource {
  readonly revisionNum: number;
  /** Why all of these recipes fail; null where they can be re-processed. */
  readonly failure: Failure | null;
  readonly jobs: readonly JobPlan[];
  /** The graph that the recipes become. */
  readonly target: RecipeGraph | null;
}

/** What the plans of a recipe type are made from. */
export interface PlanTarget {
  /** The revision that recipes are re-processed to. */
  readonly revisionId: number;
  readonly isActive: boolean;
  readonly forced: ForcedJobs;
}

/**
 * Plans what would become of the recipes of each source. There is no other planner: validation shows these plans, and expansion carries
 * them out.
 * @returns each source with its plan, by the numbers of the revisions
 */
export async function planBatch<Source extends PlanSource>(
  db: Db,
  target: PlanTarget,
  sources: readonly Source[],
): Promise<(Source & RevisionPlan)[]> {
  const revisionIds = [...new Set([...sources.map(({ revisionId }) => revisionId), target.revisionId])];
  const rows = await db.prisma.recipeTypeRevision.findMany({ where: { id: { in: revisionIds } } });
  const revisions = new Map(
    rows.map(({ id, revisionNum, definition }) => [id, { revisionNum, graph: readRecipeDefinition(definition).graph }]),
  );
  const to = revisions.get(target.revisionId)?.graph ?? null;
  const jobTypes = await findJobTypes(
    db,
    [...revisions.values()].map(({ graph }) => graph),
  );
  return sources
    .map((source) => {
      const { revisionNum, graph: from } = revisions.get(source.revisionId) ?? noRevision(source.revisionId);
      const plan = { ...source, revisionNum };
      if (!from || !to) {
        const message = `The definition of revision ${revisionNum}, or of the current one, is not valid`;
        return { ...plan, failure: { code: "DEFINITION_INVALID" as const, message }, jobs: [], target: null };
      }
      return { ...plan, ...planRevision(from, to, source, target, jobTypes), target: to };
    })
    .sort((one, other) => one.revisionNum - other.revisionNum);
}

function noRevision(id: number): never {
  throw new Error(`There is no recipe type revision ${id}`);
}

type JobTypes = ReadonlyMap<string, JobTypeWithRevision>;

function planRevision(
  from: RecipeGraph,
  to: RecipeGraph,
  { revisionId: sourceId, failedJobs }: PlanSource,
  { revisionId, isActive, forced }: PlanTarget,
  jobTypes: JobTypes,
): { failure: Failure | null; jobs: JobPlan[] } {
  const delta = graphDelta(from, to, forced, failedJobs);
  const jobs = delta.nodes.map((node): JobPlan => {
    const { jobType } = (node.action === "REMOVE" ? from : to).nodes.get(node.name) ?? {};
    return { ...node, jobType: (jobType && jobTypes.get(textOfKey(jobType))) ?? null };
  });
  return { jobs, failure: findFailure() };

  function findFailure(): Failure | null {
    if (!isActive) return { code: "RECIPE_TYPE_INACTIVE", message: "The recipe type is not active" };
    if (delta.incompatible)
      return { code: "INPUTS_INCOMPATIBLE", message: `The recipe's inputs do not fit the current revision: ${delta.incompatible}` };
    const made = jobs.filter((job) => job.action === "RERUN" || job.action === "ADD");
    if (sourceId === revisionId && made.length === 0) {
      return { code: "NOTHING_TO_DO", message: "The recipe is of the current revision, and none of its jobs is to run again" };
    }
    const unknown = made.find((job) => job.jobType === null);
    if (unknown) return { code: "JOB_TYPE_UNKNOWN", message: `The job type of job "${unknown.name}" does not exist` };
    const inactive = made.find((job) => job.jobType?.isActive === false);
    if (inactive) {
      const { name, version } = inactive.jobType as JobType;
      return { code: "JOB_TYPE_INACTIVE", message: `The job type ${name} ${version} of job "${inactive.name}" is not active` };
    }
    return null;
  }
}

async function findJobTypes(db: Db, graphs: readonly (RecipeGraph | null)[]): Promise<JobTypes> {
  const keys = new Map(graphs.flatMap((graph) => [...(graph?.nodes.values() ?? [])]).map(({ jobType }) => [textOfKey(jobType), jobType]));
  if (keys.size === 0) return new Map();
  const jobTypes = await db.prisma.jobType.findMany({
    where: { OR: [...keys.values()].map(({ name, version }) => ({ name, version })) },
    include: { revisions: { select: { id: true, revisionNum: true } } },
  });
  return new Map(
    jobTypes.map(({ revisions, ...jobType }) => {
      const revision = revisions.find(({ revisionNum }) => revisionNum === jobType.revisionNum);
      if (!revision) throw new Error(`Job type ${jobType.id} has no revision ${jobType.revisionNum}`);
      return [textOfKey(jobType), { ...jobType, revisionId: revision.id }];
    }),
  );
}
