import type { BatchProgressSubscription, BatchStatus } from "../generated/graphql.js";

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

/** How far a batch is. */
export type Progress = BatchProgressSubscription["batchProgress"];
