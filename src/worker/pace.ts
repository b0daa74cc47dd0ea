import type { Pace } from "../domain/batch/expandBatch.js";

const targetMilliseconds = 400;
const maxSlices = 160;

/**
 * Sizes chunks so that one takes about 0.4 s: long enough that its fixed cost (5 to 15 ms) counts for little, short enough that
 * cancel, pause and shutdown, which wait for the chunk in hand, take well under a second. A chunk at most doubles the one before.
 */
export function adaptivePace(): Pace {
  let slices = 1;
  return {
    get slices() {
      return slices;
    },
    record(taken, milliseconds) {
      const fitting = Math.floor((taken * targetMilliseconds) / Math.max(1, milliseconds));
      slices = Math.max(1, Math.min(fitting, taken * 2, maxSlices));
    },
  };
}
