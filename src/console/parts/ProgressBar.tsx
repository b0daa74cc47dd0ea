import { texts } from "../texts.js";
import "./progressBar.css";

interface Props {
  /** 0 to 100: the share of the recipes that were made; null while that is not known. */
  readonly made: number | null;
  /** 0 to 100: the share of the jobs that have ended; null while there are none. */
  readonly done: number | null;
  /** Of the jobs that have ended, those that failed or stand behind one that did, and all. */
  readonly failedJobs: number;
  readonly endedJobs: number;
}

/** Both halves of a batch as one bar: how far its recipes are made, and upon that, how far their jobs are done. */
export function ProgressBar({ made, done, failedJobs, endedJobs }: Props) {
  const failed = endedJobs > 0 ? (done ?? 0) * Math.min(1, failedJobs / endedJobs) : 0;
  const style = { "--made": `${made ?? 0}%`, "--done": `${done ?? 0}%`, "--failed": `${failed}%` };
  return <span class="progressBar" role="img" aria-label={texts.progress.label(made, done, failedJobs)} style={style} />;
}
