import type { JobTimesQuery } from "../../generated/graphql.js";
import type { Sample } from "./useProgress.js";

/** Jobs by what they were doing at one moment, from the bottom of the picture to its top. */
export const bands = ["completed", "failed", "canceled", "running", "waiting"] as const;
export type Band = (typeof bands)[number];

export interface Point extends Readonly<Record<Band, number>> {
  /** Milliseconds since 1970. */
  readonly at: number;
}

type TimedJob = NonNullable<JobTimesQuery["batch"]>["jobs"]["nodes"][number];

/** Points of the picture at most. */
const steps = 120;

/** What the page has seen. BLOCKED jobs stand with the failed ones: they can't run any more unless these do. */
const pointOf = ({ at, progress: { work } }: Sample): Point => {
  const { completed, failed, blocked, canceled, running, pending, queued } = work.jobs;
  return { at, completed, failed: failed + blocked, canceled, running, waiting: pending + queued };
};

/** What the times of the jobs tell about how they came to where they are. A job that was tried again is told of by its last try only. */
function pointAt(at: number, jobs: readonly TimedJob[]): Point {
  const point = { at, completed: 0, failed: 0, canceled: 0, running: 0, waiting: 0 };
  for (const { created, job } of jobs) {
    if (Date.parse(created) > at) continue;
    const { status, started, ended, lastStatusChange } = job;
    const over = ended ?? (status === "CANCELED" || status === "BLOCKED" ? lastStatusChange : null);
    if (over && Date.parse(over) <= at) point[bandOf(status)]++;
    else if (started && Date.parse(started) <= at) point.running++;
    else point.waiting++;
  }
  return point;
}

const bandOf = (status: TimedJob["job"]["status"]): Band => {
  switch (status) {
    case "COMPLETED":
      return "completed";
    case "FAILED":
    case "BLOCKED":
      return "failed";
    case "CANCELED":
      return "canceled";
    case "RUNNING":
      return "running";
    case "PENDING":
    case "QUEUED":
      return "waiting";
    default:
      return status satisfies never;
  }
};

/**
 * The batch's jobs over time.
 * @param jobs all that the batch made; null where there are too many to ask for, so that only what was seen is shown
 */
export function historyOf(jobs: readonly TimedJob[] | null, samples: readonly Sample[]): readonly Point[] {
  const seen = samples.map(pointOf);
  if (!jobs || jobs.length === 0) return seen;
  const times = jobs.flatMap(({ created, job }) => [created, job.started, job.ended].filter((time) => typeof time === "string"));
  const all = times.map((time) => Date.parse(time));
  const [from, to] = [Math.min(...all), Math.min(Math.max(...all), samples[0]?.at ?? Number.POSITIVE_INFINITY)];
  const told = Array.from({ length: steps + 1 }, (_, step) => pointAt(from + ((to - from) * step) / steps, jobs));
  // What has ended is told by the jobs alone: the page has seen nothing of it.
  const lives = samples.some(({ progress }) => progress.work.finished === null || progress.work.finished === undefined);
  return lives ? [...told, ...seen] : told;
}
