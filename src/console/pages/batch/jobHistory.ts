import type { JobStatus, JobTimesQuery } from "../../generated/graphql.js";
import type { Sample } from "./useProgress.js";

/** Jobs by what they were doing at one moment, from the bottom of the picture to its top. */
export const bands = ["completed", "failed", "canceled", "running", "waiting"] as const;
export type Band = (typeof bands)[number];

export interface Point extends Readonly<Record<Band, number>> {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type TimedJob = NonNullable<JobTimesQuery["batch"]>["jobs"]["nodes"][number];

const bandOf = {
  COMPLETED: "completed",
  FAILED: "failed",
  BLOCKED: "failed",
  CANCELED: "canceled",
  RUNNING: "running",
  PENDING: "waiting",
  QUEUED: "waiting",
} as const satisfies Record<JobStatus, Band>;

/** Points of the picture at most. */
const steps = 120;

/** What the page has seen at one moment. BLOCKED jobs stand with the failed ones: they can't run any more unless these do. */
const pointOf = ({ at, progress: { work } }: Sample): Point => {
  const { completed, failed, blocked, canceled, running, pending, queued } = work.jobs;
  return { at, completed, failed: failed + blocked, canceled, running, waiting: pending + queued };
};

/** When a job was made, began and was over, in milliseconds since 1970; infinite where it has not been. */
interface Times {
  readonly created: number;
  readonly started: number;
  readonly over: number;
  readonly band: Band;
}

const parse = (time: string | null | undefined): number => (time ? Date.parse(time) : Number.POSITIVE_INFINITY);

function timesOf({ created, job: { status, started, ended, lastStatusChange } }: TimedJob): Times {
  const over = ended ?? (status === "CANCELED" || status === "BLOCKED" ? lastStatusChange : null);
  return { created: parse(created), started: parse(started), over: parse(over), band: bandOf[status] };
}

function pointAt(at: number, jobs: readonly Times[]): Point {
  const point = { at, completed: 0, failed: 0, canceled: 0, running: 0, waiting: 0 };
  for (const { created, started, over, band } of jobs) {
    if (created > at) continue;
    if (over <= at) point[band]++;
    else if (started <= at) point.running++;
    else point.waiting++;
  }
  return point;
}

/**
 * What the times of the jobs tell about how they came to where they are. A job that was tried again is told of by its last try only.
 * @param until milliseconds since 1970: from there on, the page has seen what happened
 */
export function toldBy(jobs: readonly TimedJob[], until: number): readonly Point[] {
  if (jobs.length === 0) return [];
  const times = jobs.map(timesOf);
  const all = times.flatMap(({ created, started, over }) => [created, started, over].filter(Number.isFinite));
  const [from, to] = [Math.min(...all), Math.min(Math.max(...all), until)];
  return Array.from({ length: steps + 1 }, (_, step) => pointAt(from + ((to - from) * step) / steps, times));
}

/** The batch's jobs over time, as they were told and then as they were seen. */
export function historyOf(told: readonly Point[], samples: readonly Sample[]): readonly Point[] {
  // What has ended is told by the jobs alone: the page has seen nothing of it.
  const lives = samples.some(({ progress }) => progress.work.finished === null || progress.work.finished === undefined);
  return lives || told.length === 0 ? [...told, ...samples.map(pointOf)] : told;
}
