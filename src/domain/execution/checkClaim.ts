import type { Problem } from "../errors.js";
import { storableJson } from "../storable.js";
import { checkText } from "../textLimits.js";
import type { ClaimOrder } from "./jobClaims.js";

/** The most jobs that one claim hands out, and job types that it may name. */
export const maxClaims = 1000;
/** The shortest and the longest lease, of a claim and of a heartbeat. */
export const [minLeaseSeconds, maxLeaseSeconds] = [5, 3600];
/** The longest that a claim waits for jobs, in seconds. */
export const maxWaitSeconds = 60;
/** The most characters of a worker's name, and of a `requestId`. */
export const [maxWorker, maxRequestId] = [250, 255];

/** What is wrong with the numbers and texts of a claim. */
export function checkClaim({ worker, jobTypes, max, leaseSeconds, requestId }: ClaimOrder, waitSeconds: number): Problem[] {
  const invalid = (name: string, message: string): Problem => ({ code: "INVALID", path: [name], message });
  const outside = (name: string, value: number, from: number, to: number): Problem[] =>
    value < from || value > to ? [invalid(name, `must be from ${from} to ${to}`)] : [];
  const text = (name: string, value: string, maxLength: number): Problem[] =>
    value === "" ? [invalid(name, "must not be empty")] : checkText([name], value, maxLength);
  return [
    ...text("worker", worker, maxWorker),
    ...((jobTypes?.length ?? 0) > maxClaims
      ? [{ code: "TOO_LARGE", path: ["jobTypes"], message: `must have at most ${maxClaims} values` } as const]
      : []),
    ...storableJson(jobTypes, ["jobTypes"]),
    ...outside("max", max, 1, maxClaims),
    ...outside("leaseSeconds", leaseSeconds, minLeaseSeconds, maxLeaseSeconds),
    ...outside("waitSeconds", waitSeconds, 0, maxWaitSeconds),
    ...(requestId === null ? [] : text("requestId", requestId, maxRequestId)),
  ];
}
