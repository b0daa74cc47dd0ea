import type { BatchProgressSubscription, BatchStatus, WorkState } from "../generated/graphql.js";

/** The statuses, and whether each of them ends a batch. */
const endOf = {
  SUBMITTED: false,
  CREATING: false,
  PAUSED: false,
  CREATED: true,
  FAILED: true,
  CANCELED: true,
} as const satisfies Record<BatchStatus, boolean>;

export const batchStatuses = Object.keys(endOf) as readonly BatchStatus[];

export const hasEnded = (status: BatchStatus): boolean => endOf[status];

/** How far a batch is. Its work is absent where only the making of its recipes is watched. */
export type Progress = BatchProgressSubscription["batchProgress"];

/** How far the work of a batch is: what becomes of the jobs that it made. */
export type WorkProgress = NonNullable<Progress["work"]>;

/** Whether nothing more comes of what is watched. */
export const isOver = ({ status, work }: Progress): boolean => hasEnded(status) && (work === undefined || work.finished !== null);

/** Whether what is over has ended well. */
export const isGood = ({ status, work }: Progress): boolean => status === "CREATED" && (work === undefined || work.state === "SUCCEEDED");

/** The states of a batch's work in words. */
export const workWords = {
  WAITING: "waits for a worker",
  RUNNING: "runs",
  HELD: "is held",
  SUCCEEDED: "has succeeded",
  FAILED: "has failed",
  CANCELED: "is canceled",
} as const satisfies Record<WorkState, string>;
