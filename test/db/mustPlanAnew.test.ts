import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mustPlanAnew } from "../../src/db/mustPlanAnew.js";

describe("Connections of a pool plan anew", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pool = () => ({}) as pg.Pool;
  const client = () => ({}) as pg.PoolClient;

  /** Uses a connection ten times a second. @returns the seconds at which it must plan anew */
  function useFor(seconds: number, ask: () => boolean): number[] {
    return Array.from({ length: 10 * seconds }, (_, i) => {
      const mustPlan = ask();
      vi.advanceTimersByTime(100);
      return mustPlan ? [i / 10] : [];
    }).flat();
  }

  it("at first, after a second, and then twice as late each time, up to 16 s", () => {
    const [one, its] = [pool(), client()];
    expect(useFor(64, () => mustPlanAnew(one, its))).toEqual([0, 1, 3, 7, 15, 31, 47, 63]);
  });

  it("after a second again where the pool was not used for one", () => {
    const [one, its] = [pool(), client()];
    useFor(20, () => mustPlanAnew(one, its));
    vi.advanceTimersByTime(1000);
    expect(useFor(4, () => mustPlanAnew(one, its))).toEqual([0, 1, 3]);
  });

  it("no more often where one is seldom used, and once if it is new", () => {
    const [one, busy, seldom] = [pool(), client(), client()];
    const both = () => {
      const isNew = mustPlanAnew(one, seldom);
      for (let second = 0; second < 2; second++) useFor(1, () => mustPlanAnew(one, busy));
      return isNew;
    };
    // At 0, 2, 4 … seconds.
    expect(Array.from({ length: 8 }, both)).toEqual([true, true, true, false, true, false, false, false]);
    expect([mustPlanAnew(one, client()), mustPlanAnew(pool(), busy)]).toEqual([true, true]);
  });
});
