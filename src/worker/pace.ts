import type { Pace } from "../domain/batch/expandBatch.js";

const targetMilliseconds = 400;
const maxSlices = 160;
/** A machine that shares its cores may halve its speed from one second to the next. */
const chunksRemembered = 4;

/**
 * Sizes chunks so that one takes about 0.4 s, at the slowest of the latest few: long enough that its fixed cost (5 to 15 ms) counts for
 * little, short enough that cancel, pause and shutdown, which wait for the chunk in hand, take well under a second. A chunk at most
 * doubles the one before.
 */
export function adaptivePace(): Pace {
  let slices = 1;
  /** Milliseconds a slice. */
  let latest: readonly number[] = [];
  return {
    get slices() {
      return slices;
    },
    record(taken, milliseconds) {
      latest = [milliseconds / taken, ...latest].slice(0, chunksRemembered);
      const fitting = Math.floor(targetMilliseconds / Math.max(...latest));
      slices = Math.max(1, Math.min(fitting, taken * 2, maxSlices));
    },
  };
}
