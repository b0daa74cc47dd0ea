import { print, printError, printJsonLine } from "../../print.js";
import type { Progress } from "../batchStatus.js";
import { describeProgress, describeWork } from "./describeProgress.js";
import { RateMeter } from "./rateMeter.js";

/** How a batch's progress is shown while it is watched. */
export interface ProgressView {
  show(progress: Progress): void;
  /** The gateway went away, and is tried again. */
  lost(reason: string): void;
  /** @param last what was shown last; undefined where nothing was */
  stop(last: Progress | undefined): void;
}

const lost = (reason: string): void => printError(`${reason}. Trying again.`);
const stop = (): void => {};

export const jsonView = (id: number): ProgressView => ({ show: (progress) => printJsonLine({ id, ...progress }), lost, stop });

export function lineView(): ProgressView {
  const meter = new RateMeter();
  const show = (progress: Progress) => {
    const seconds = performance.now() / 1000;
    measure(meter, progress, seconds);
    const work = progress.work ? ["|", ...describeWork(progress.work)] : [];
    print([new Date().toISOString(), ...describeProgress(progress, meter.rate(seconds)), ...work].join("  ").trimEnd());
  };
  return { show, lost, stop };
}

/** Tells the meter how much is done. While a batch is stopped, the meter starts anew, because a stop says nothing about the speed. */
export function measure(meter: RateMeter, { status, created, failed }: Progress, seconds: number): void {
  if (status === "CREATING" || status === "CREATED") meter.add(created + failed, seconds);
  else meter.reset();
}
