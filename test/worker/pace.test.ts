import { expect, test } from "vitest";
import { adaptivePace } from "../../src/worker/pace.js";

/** The sizes of the chunks, where a slice takes so many milliseconds in each. */
function sizes(...millisecondsOfSlice: readonly number[]): number[] {
  const pace = adaptivePace();
  return millisecondsOfSlice.map((milliseconds) => {
    const { slices } = pace;
    pace.record(slices, slices * milliseconds);
    return slices;
  });
}

test("Chunks grow, at most to twice the one before, until they take 0.4 s", () => {
  expect(sizes(40, 40, 40, 40, 40, 40)).toEqual([1, 2, 4, 8, 10, 10]);
});

test("They shrink at once where the machine is slower, and grow again when four chunks were faster", () => {
  expect(sizes(100, 100, 100, 200, 100, 100, 100, 100, 100)).toEqual([1, 2, 4, 4, 2, 2, 2, 2, 4]);
});

test("They are a slice at least, and 160 at most", () => {
  expect(sizes(5000, 5000, 5000)).toEqual([1, 1, 1]);
  expect(sizes(...Array(12).fill(0.1)).slice(-3)).toEqual([160, 160, 160]);
  expect(sizes(0, 0, 0)).toEqual([1, 2, 4]);
});
