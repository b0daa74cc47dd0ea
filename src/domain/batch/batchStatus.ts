/**
 * The life of a batch. SUBMITTED: it was asked for, and its creator job waits. CREATING: its recipes are being made. PAUSED: it was
 * stopped, and can go on where it stopped. CREATED: every matched recipe was made or has failed. CANCELED: a caller has stopped it for
 * good. FAILED: a fault of its own has stopped it. When a caller resumes it, it goes on where it stopped.
 */
export const batchStatuses = ["SUBMITTED", "CREATING", "PAUSED", "CREATED", "CANCELED", "FAILED"] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** The one table of transitions: from which states a state can be reached. */
const sources: Record<BatchStatus, readonly BatchStatus[]> = {
  SUBMITTED: ["PAUSED", "FAILED"],
  CREATING: ["SUBMITTED", "PAUSED", "FAILED"],
  PAUSED: ["SUBMITTED", "CREATING"],
  CREATED: ["CREATING"],
  CANCELED: ["SUBMITTED", "CREATING", "PAUSED", "FAILED"],
  FAILED: ["SUBMITTED", "CREATING"],
};

export const canBecome = (from: BatchStatus, to: BatchStatus): boolean => sources[to].includes(from);

/** The states in which a batch stays, unless a caller resumes or cancels a FAILED one. */
const endedStatuses = ["CREATED", "CANCELED", "FAILED"] as const satisfies readonly BatchStatus[];
export const hasEnded = (status: BatchStatus): boolean => (endedStatuses as readonly BatchStatus[]).includes(status);

/** The states in which a batch has recipes still to make. */
export const runningStatuses = ["SUBMITTED", "CREATING", "PAUSED"] as const satisfies readonly BatchStatus[];
