/** What a job is doing. Other systems run the jobs; the gateway makes them PENDING or QUEUED, and CANCELED. */
export const jobStatuses = ["PENDING", "BLOCKED", "QUEUED", "RUNNING", "FAILED", "COMPLETED", "CANCELED"] as const;
export type JobStatus = (typeof jobStatuses)[number];
