import type { BatchProgress } from "../api/watchBatch.js";

/**
 * Shares of a batch's jobs, 0 to 100; null while there are none. The gateway's `percent` is of all that have ended; those that failed (or
 * stand behind one that did) and those that were canceled are over, but not done.
 */
export function sharesOf({ percent, jobs: { completed, failed, blocked, canceled } }: BatchProgress["work"]) {
  if (typeof percent !== "number") return null;
  const ended = Math.max(1, completed + failed + blocked + canceled);
  return { done: (percent * completed) / ended, failed: (percent * (failed + blocked)) / ended, ended: percent };
}
