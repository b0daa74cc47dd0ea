import type { Pace } from "../domain/batch/expand/expandBatch.js";

const targetMilliseconds = 400;
const maxSlices = 160;
/** How many of the latest chunks count. A machine that shares its cores may halve its speed from one second to the next. */
const chunksRemembered = 4;

/** Rounds a number of slices down to whole ones. A part of one slice stays as it is. */
const sizeOf = (slices: number): number => (slices < 1 ? slices : Math.floor(slices));

/**
 * Sizes chunks so that one takes about 0.4 s, at the speed of the slowest of the latest few. That is so long that its fixed cost (5 to 15
 * ms) counts for little. It is so short that cancel, pause and shutdown, which wait for the chunk in hand, take well under a second. A
 * chunk has at most twice the size of the one before. After a chunk that failed, chunks have at most half its size. That limit doubles with
 * every fourth chunk that goes well.
 */
export function adaptivePace(): Pace {
  let slices = 1;
  /** The milliseconds that each of the latest chunks took for a slice. */
  let latest: readonly number[] = [];
  let max = maxSlices;
  let chunksSinceFailure = 0;
  return {
    get slices() {
      return slices;
    },
    record(taken, milliseconds) {
      latest = [milliseconds / taken, ...latest].slice(0, chunksRemembered);
      if (++chunksSinceFailure % chunksRemembered === 0) max = Math.min(max * 2, maxSlices);
      const fitting = Math.floor(targetMilliseconds / Math.max(...latest));
      slices = sizeOf(Math.min(Math.max(1, fitting), taken * 2, max));
    },
    halve({ slices: failed }) {
      chunksSinceFailure = 0;
      max = failed / 2;
      slices = sizeOf(max);
    },
  };
}
