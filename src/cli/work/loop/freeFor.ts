import type { JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { Wish } from "../gateway/claim.js";

export const commandOf = ({ jobTypes }: WorkConfig, { name, version }: { name: string; version: string }): JobTypeCommand | undefined =>
  jobTypes.find((each) => each.name === name && (each.version ?? version) === version);

/**
 * What can still be claimed. All jobs of a claim may turn out to be of one job type, so no more are asked for than each of the job types has
 * room for.
 * @param running the commands of the jobs in hand, one for each job
 * @returns null where there is no room
 */
export function freeFor({ maxJobs, jobTypes }: WorkConfig, running: readonly JobTypeCommand[]): Wish | null {
  const free = jobTypes
    .map((each) => ({ each, room: each.maxJobs - running.filter((other) => other === each).length }))
    .filter(({ room }) => room > 0);
  const max = Math.min(maxJobs - running.length, ...free.map(({ room }) => room));
  if (free.length === 0 || max <= 0) return null;
  return { jobTypes: free.map(({ each: { name, version } }) => ({ name, version })), max };
}
