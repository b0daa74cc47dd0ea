import { formatCount } from "../../print.js";

/** In words; empty where there are no limits. */
export function describeLimits(limits: { readonly maxRunningJobs: number | null; readonly stopAfterFailedJobs: number | null }): string {
  const { maxRunningJobs, stopAfterFailedJobs } = limits;
  const parts = [
    maxRunningJobs === null ? "" : `at most ${formatCount(maxRunningJobs)} jobs run at once`,
    stopAfterFailedJobs === null ? "" : `its work is held after ${formatCount(stopAfterFailedJobs)} failed jobs`,
  ];
  return parts.filter(Boolean).join(", ");
}
