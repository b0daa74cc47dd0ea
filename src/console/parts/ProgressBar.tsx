import type { BatchProgress } from "../api/watchBatch.js";
import { texts } from "../texts.js";
import "./progressBar.css";

/**
 * Shares of a batch's jobs, 0 to 100; null while there are none. The gateway's `percent` is of all that have ended; those that failed (or
 * stand behind one that did) and those that were canceled are over, but not done.
 */
export function sharesOf({ percent, jobs: { completed, failed, blocked, canceled } }: BatchProgress["work"]) {
  if (typeof percent !== "number") return null;
  const ended = Math.max(1, completed + failed + blocked + canceled);
  return { done: (percent * completed) / ended, failed: (percent * (failed + blocked)) / ended, ended: percent };
}

interface Props {
  /** 0 to 100: the share of the recipes that were made; null while that is not known. */
  readonly made: number | null;
  readonly work: BatchProgress["work"];
}

/**
 * Both halves of a batch as one bar: how far its recipes are made, and upon that, how far their jobs are done. Those that failed, or stand
 * behind one that did, and those that were canceled have colours of their own.
 */
export function ProgressBar({ made, work }: Props) {
  const { failed, blocked, canceled } = work.jobs;
  const shares = sharesOf(work);
  const style = {
    "--made": `${made ?? 0}%`,
    "--done": `${shares?.done ?? 0}%`,
    "--failed": `${(shares?.done ?? 0) + (shares?.failed ?? 0)}%`,
    "--ended": `${shares?.ended ?? 0}%`,
  };
  const label = texts.progress.label(made, shares?.done ?? null, failed + blocked, canceled);
  return <span class="progressBar" role="img" aria-label={label} title={label} style={style} />;
}
