import { useEffect, useRef, useState } from "preact/hooks";
import { type BatchProgress, isOver, watchBatch } from "../../api/watchBatch.js";

/** How far the batch was at one moment. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly progress: BatchProgress;
}

/** Milliseconds over which the rate is measured. */
const rateWindow = 30_000;

/** Samples that are kept at most; beyond that, every second one is given up. */
const maxSamples = 600;

const endedJobs = ({ work: { jobs } }: BatchProgress): number => jobs.completed + jobs.failed + jobs.canceled;

/** Jobs that ended in a second, of late; null while too little was seen. */
export function rateOf(samples: readonly Sample[]): number | null {
  const last = samples.at(-1);
  const first = samples.find(({ at }) => last && last.at - at <= rateWindow);
  if (!first || !last || last.at - first.at < 3000) return null;
  return Math.max(0, endedJobs(last.progress) - endedJobs(first.progress)) / ((last.at - first.at) / 1000);
}

/** Follows a batch while it moves, and keeps what was seen of it. @param onMove is called when its state has changed */
export function useProgress(databaseId: number, known: BatchProgress, onMove: () => void) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const state = useRef(`${known.status} ${known.work.state}`);
  const moved = useRef(onMove);
  moved.current = onMove;
  const moves = !isOver(known);
  // What was asked for counts as seen, too: it may be newer than what was told last.
  useEffect(() => setSamples((before) => thin([...before, { at: Date.now(), progress: known }])), [known]);
  useEffect(() => {
    if (!moves) return;
    return watchBatch(databaseId, (progress) => {
      setSamples((before) => thin([...before, { at: Date.now(), progress }]));
      const next = `${progress.status} ${progress.work.state}`;
      if (next !== state.current) moved.current();
      state.current = next;
    });
  }, [databaseId, moves]);
  return { progress: samples.at(-1)?.progress ?? known, samples };
}

const thin = (samples: readonly Sample[]): readonly Sample[] =>
  samples.length <= maxSamples ? samples : samples.filter((_, index) => index % 2 === 0 || index === samples.length - 1);
