import type { BatchProgress } from "../api/watchBatch.js";
import { texts } from "../texts.js";
import "./progressBar.css";

interface Props {
  /** 0 to 100: the share of the recipes that were made; null while that is not known. */
  readonly made: number | null;
  /** 0 to 100: the share of the jobs that have ended; null while there are none. */
  readonly done: number | null;
  readonly jobs: BatchProgress["work"]["jobs"];
}

/**
 * Both halves of a batch as one bar: how far its recipes are made, and upon that, how far their jobs are done. Those that failed, or stand
 * behind one that did, and those that were canceled have colours of their own.
 */
export function ProgressBar({ made, done, jobs: { completed, failed, blocked, canceled } }: Props) {
  const ended = completed + failed + blocked + canceled;
  const shareOf = (jobs: number) => `${ended > 0 ? ((done ?? 0) * jobs) / ended : 0}%`;
  const style = {
    "--made": `${made ?? 0}%`,
    "--completed": shareOf(completed),
    "--failed": shareOf(completed + failed + blocked),
    "--done": `${done ?? 0}%`,
  };
  return <span class="progressBar" role="img" aria-label={texts.progress.label(made, done, failed + blocked)} style={style} />;
}
