import { formatCount } from "../../print.js";
import type { Progress, WorkProgress } from "../batchStatus.js";
import { countOf, formatDuration, formatRate } from "./formats.js";

/** Describes progress in parts: status, percent, counts, failed recipes, rate, time left. Parts that are not known yet are left out. */
export function describeProgress({ status, total, created, failed, percent }: Progress, rate: number | null): string[] {
  const left = total - created - failed;
  const isGoing = status === "CREATING" && rate !== null;
  return [
    status.padEnd("SUBMITTED".length),
    percent === null ? "" : `${Math.floor(percent)} %`.padStart("100 %".length),
    total === 0 ? (status === "CREATED" ? "no recipe matched" : "") : `${formatCount(created + failed)} of ${formatCount(total)} recipes`,
    failed === 0 ? "" : `${formatCount(failed)} failed`,
    isGoing ? `${formatRate(rate)}/s` : "",
    isGoing && rate > 0 && left > 0 ? `${formatDuration(Math.ceil(left / rate))} left` : "",
  ].filter(Boolean);
}

/** Describes the progress of a batch's work in parts: state, percent, counts, failed jobs, time left. Parts that are not known are left out. */
export function describeWork({ state, percent, jobs, finished, estimate }: WorkProgress): string[] {
  const seconds = estimate === null || finished !== null ? 0 : (Date.parse(estimate) - Date.now()) / 1000;
  return [
    state.padEnd("SUBMITTED".length),
    percent === null ? "" : `${Math.floor(percent)} %`.padStart("100 %".length),
    `${formatCount(jobs.completed)} of ${countOf(jobs.total, "job")}`,
    jobs.running === 0 ? "" : `${formatCount(jobs.running)} running`,
    jobs.failed === 0 ? "" : `${formatCount(jobs.failed)} failed`,
    seconds >= 1 ? `${formatDuration(seconds)} left` : "",
  ].filter(Boolean);
}
