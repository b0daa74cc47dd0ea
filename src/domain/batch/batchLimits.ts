import type { Problem } from "../errors.js";
import { maxInt } from "../storable.js";

/** The brakes of a batch. Null: there is none. */
export interface BatchLimits {
  /** The most of its jobs that run at once. */
  readonly maxRunningJobs: number | null;
  /** With so many FAILED jobs its work is HELD. Those that had failed when it was last resumed don't count. */
  readonly stopAfterFailedJobs: number | null;
}

/** What a caller says about the limits. What is absent is not changed; null takes the limit away. */
export type BatchLimitsInput = { readonly [Name in keyof BatchLimits]?: number | null | undefined };

/** Checks limits. To let no job run at all is what pausing is for. */
export const checkLimits = (limits: BatchLimitsInput): Problem[] =>
  (["maxRunningJobs", "stopAfterFailedJobs"] as const).flatMap((name) => {
    const limit = limits[name];
    if (limit === undefined || limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= maxInt)) return [];
    return [{ code: "INVALID", path: ["limits", name], message: "must be an integer from 1 on, or null" }];
  });
