/** What a job is doing. Workers claim those that are QUEUED, and report how they end. */
export const jobStatuses = ["PENDING", "BLOCKED", "QUEUED", "RUNNING", "FAILED", "COMPLETED", "CANCELED"] as const;
export type JobStatus = (typeof jobStatuses)[number];
