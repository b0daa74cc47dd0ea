import { expect, it } from "vitest";
import type { ExecutionRow } from "../../../src/db/sql/execution/lockExecutions.js";
import { type End, endOf } from "../../../src/domain/execution/endOf.js";

const failed: End = { status: "FAILED", isRetryable: true };

/** What becomes of a job that has been tried so many times, and may be tried a hundred times. */
const after = (tries: number, end: End = failed) => {
  const row = { id: 1, jobId: 2, numExes: tries + 3, released: 3, maxTries: 100, stopReason: null, isSuperseded: false };
  return endOf(row as ExecutionRow, end);
};

it.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [7, 320],
  [8, 600],
  [50, 600],
])("After try %i a job waits for %i s, by chance up to half as much more or less", (tries, seconds) => {
  const waits = Array.from({ length: 1000 }, () => after(tries).delay_seconds as number);
  const [least, most] = [Math.min(...waits), Math.max(...waits)];
  expect(least).toBeGreaterThanOrEqual(seconds / 2);
  expect(most).toBeLessThanOrEqual(1.5 * seconds);
  // Of 1,000 within that, none is in the first or last tenth by a chance of 1 in 10^45.
  expect(least).toBeLessThan(0.6 * seconds);
  expect(most).toBeGreaterThan(1.4 * seconds);
});

it("A job waits for as long as its worker asks for, and not at all where it was given back", () => {
  for (const retryAfterSeconds of [0, 40, 604_800]) {
    expect(after(2, { ...failed, retryAfterSeconds })).toMatchObject({ job_status: "QUEUED", delay_seconds: retryAfterSeconds });
  }
  expect(after(2, { status: "RELEASED" })).toMatchObject({ job_status: "QUEUED", delay_seconds: 0 });
});
