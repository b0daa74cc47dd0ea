import type { JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { ClaimOrder } from "../gateway/Gateway.js";

/** The most jobs that a claim can ask for. */
export const maxClaims = 1000;

/**
 * What can still be claimed. All jobs of a claim may turn out to be of one job type, so no more are asked for than each of the job types has
 * room for.
 * @param running the jobs in hand
 * @returns null where there is no room
 */
export function freeFor(
  { maxJobs, jobTypes }: WorkConfig,
  running: Iterable<{ readonly jobType: JobTypeCommand }>,
): Pick<ClaimOrder, "jobTypes" | "max"> | null {
  const counts = new Map<JobTypeCommand, number>();
  let all = 0;
  for (const { jobType } of running) {
    counts.set(jobType, (counts.get(jobType) ?? 0) + 1);
    all++;
  }
  const free = jobTypes.map((each) => ({ each, room: each.maxJobs - (counts.get(each) ?? 0) })).filter(({ room }) => room > 0);
  const max = Math.min(maxClaims, maxJobs - all, ...free.map(({ room }) => room));
  if (free.length === 0 || max <= 0) return null;
  return { jobTypes: free.map(({ each: { name, version } }) => ({ name, version })), max };
}
