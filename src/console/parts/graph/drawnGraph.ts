import type { JobAction } from "../../generated/graphql.js";

/** What is or would be done to a job: by a batch, or between two revisions. */
export type JobMark = JobAction | "ADDED" | "REMOVED" | "CHANGED";

/** So that nobody has to tell colours apart. */
export const markSigns: Readonly<Record<JobMark, string>> = {
  KEEP: "=",
  RERUN: "↻",
  ADD: "+",
  REMOVE: "−",
  ADDED: "+",
  REMOVED: "−",
  CHANGED: "≠",
};

export interface DrawnJob {
  readonly name: string;
  readonly jobType: { readonly name: string; readonly version: string };
  readonly mark: JobMark | null;
  /** Stands beside the mark's word, such as the version before. */
  readonly note?: string | undefined;
  readonly isPressed: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly mark: JobMark | null;
}
