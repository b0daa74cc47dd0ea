import { describe, expect, it } from "vitest";
import { formatDuration, formatRate } from "../../src/cli/batch/output/formats.js";
import { RateMeter } from "../../src/cli/batch/output/rateMeter.js";

describe("The rate of a batch that is watched", () => {
  it("is unknown before the first change", () => {
    const meter = new RateMeter();
    expect(meter.rate(0)).toBeNull();
    meter.add(500, 0);
    expect(meter.rate(1)).toBeNull();
  });

  it("counts from where the watch began", () => {
    const meter = new RateMeter();
    meter.add(500, 0);
    meter.add(700, 2);
    expect(meter.rate(2)).toBe(100);
  });

  it("is that of the last ten seconds", () => {
    const meter = new RateMeter();
    for (let second = 0; second <= 100; second++) meter.add(second < 50 ? 0 : (second - 50) * 30, second);
    expect(meter.rate(100)).toBe(30);
  });

  it("falls while nothing is done, and is forgotten at a stop", () => {
    const meter = new RateMeter();
    meter.add(0, 0);
    meter.add(100, 1);
    expect(meter.rate(4)).toBe(25);
    meter.reset();
    expect(meter.rate(5)).toBeNull();
  });

  it("is shown with a digit where it is slow", () => {
    expect([0.04, 0.34, 9.96, 12.4, 4530.7].map(formatRate)).toEqual(["0", "0.3", "10", "12", "4,531"]);
  });
});

describe("A duration", () => {
  it("is shown in its two largest units", () => {
    expect([0, 1, 59.6, 61, 120, 3600, 3725, 86_400 * 2 + 3700].map(formatDuration)).toEqual([
      "0 s",
      "1 s",
      "1 min",
      "1 min 1 s",
      "2 min",
      "1 h",
      "1 h 2 min",
      "2 d 1 h",
    ]);
  });
});
