import type { GraphJob } from "./recipeGraph.js";

export type JobChange = "SAME" | "ADDED" | "REMOVED" | "CHANGED";

/** A job of two graphs: as the later has it, or where it was removed, the earlier. */
export interface ComparedJob {
  readonly job: GraphJob;
  readonly change: JobChange;
  /** Its job type in the earlier graph, where it is another one now. */
  readonly earlierJobType: GraphJob["jobType"] | null;
  /** What feeds it since, and what no longer does. */
  readonly newFeeds: readonly string[];
  readonly lostFeeds: readonly string[];
}

/** A dependency of two graphs. */
export interface ComparedEdge {
  readonly from: string;
  readonly to: string;
  readonly change: Exclude<JobChange, "CHANGED">;
}

export interface ComparedGraph {
  readonly jobs: readonly ComparedJob[];
  readonly edges: readonly ComparedEdge[];
}

/** Puts two graphs into one. Jobs are the same where they have the same name. */
export function compareGraphs(earlier: readonly GraphJob[], later: readonly GraphJob[]): ComparedGraph {
  const [before, after] = [byName(earlier), byName(later)];
  const jobs = [
    ...later.map((job) => compareJob(before.get(job.name), job)),
    ...earlier
      .filter(({ name }) => !after.has(name))
      .map((job): ComparedJob => ({ job, change: "REMOVED", earlierJobType: null, newFeeds: [], lostFeeds: [] })),
  ];
  const has = (jobsByName: ReadonlyMap<string, GraphJob>, from: string, to: string) => jobsByName.get(to)?.parents.includes(from) ?? false;
  const edges = [
    ...edgesOf(later).map(([from, to]): ComparedEdge => ({ from, to, change: has(before, from, to) ? "SAME" : "ADDED" })),
    ...edgesOf(earlier)
      .filter(([from, to]) => !has(after, from, to))
      .map(([from, to]): ComparedEdge => ({ from, to, change: "REMOVED" })),
  ];
  return { jobs, edges };
}

function compareJob(before: GraphJob | undefined, job: GraphJob): ComparedJob {
  if (!before) return { job, change: "ADDED", earlierJobType: null, newFeeds: [], lostFeeds: [] };
  const isOther = before.jobType.name !== job.jobType.name || before.jobType.version !== job.jobType.version;
  const newFeeds = job.feeds.filter((feed) => !before.feeds.includes(feed));
  const lostFeeds = before.feeds.filter((feed) => !job.feeds.includes(feed));
  const isChanged = isOther || newFeeds.length > 0 || lostFeeds.length > 0;
  return { job, change: isChanged ? "CHANGED" : "SAME", earlierJobType: isOther ? before.jobType : null, newFeeds, lostFeeds };
}

const byName = (jobs: readonly GraphJob[]): ReadonlyMap<string, GraphJob> => new Map(jobs.map((job) => [job.name, job]));

const edgesOf = (jobs: readonly GraphJob[]) => jobs.flatMap(({ name, parents }) => parents.map((parent) => [parent, name] as const));
