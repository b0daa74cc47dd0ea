/**
 * What becomes of the jobs that a batch made. WAITING: none was handed out. RUNNING: some were. HELD: its queued jobs are not handed out
 * until it is resumed. SUCCEEDED: no job is left that can still run, and none has failed. FAILED: none is left, and some have FAILED or are
 * BLOCKED, or the batch itself has FAILED. CANCELED: the batch was canceled (jobs that run are told to stop), or its jobs were before any of
 * them completed.
 */
export const workStates = ["WAITING", "RUNNING", "HELD", "SUCCEEDED", "FAILED", "CANCELED"];
