import { describe, expect, it } from "vitest";
import { boundsAt, edgesOf, filled } from "../../src/console/parts/histogram/range.js";

const intervals = { started: "2016-01-01T00:00:00.000Z", ended: "2016-01-05T00:00:00.000Z", seconds: 86_400, counts: [1, 0, 2, 3] };

describe("A histogram", () => {
  it("goes from the first interval that has anything to the last", () => {
    const [started, ended] = ["2016-01-02T00:00:00.000Z", "2016-01-05T00:00:00.000Z"];
    expect(filled({ ...intervals, ended: "2016-01-06T00:00:00.000Z", counts: [0, 2, 0, 3, 0] })).toEqual({
      started,
      ended,
      seconds: 86_400,
      counts: [2, 0, 3],
    });
  });

  it("is whole where nothing is in it", () => {
    expect(filled({ ...intervals, counts: [0, 0, 0, 0] })).toEqual({ ...intervals, counts: [0, 0, 0, 0] });
  });
});

describe("A range on a histogram", () => {
  it("is open at the ends of the axis", () => {
    expect(boundsAt(intervals, [0, 4])).toEqual({ from: null, to: null });
    expect(edgesOf(intervals, { from: null, to: null })).toEqual([0, 4]);
  });

  it("ends with the last millisecond of an interval, since bounds are inclusive", () => {
    const bounds = { from: "2016-01-02T00:00:00.000Z", to: "2016-01-03T23:59:59.999Z" };
    expect(boundsAt(intervals, [1, 3])).toEqual(bounds);
    expect(edgesOf(intervals, bounds)).toEqual([1, 3]);
  });

  it("surrounds bounds within intervals, and has at least one", () => {
    expect(edgesOf(intervals, { from: "2016-01-02T12:00:00Z", to: "2016-01-02T13:00:00Z" })).toEqual([1, 2]);
  });

  it("stays on the axis, wherever the bounds are", () => {
    expect(edgesOf(intervals, { from: "2015-01-01T00:00:00Z", to: "2017-01-01T00:00:00Z" })).toEqual([0, 4]);
    expect(edgesOf(intervals, { from: "2017-01-01T00:00:00Z", to: null })).toEqual([3, 4]);
    expect(edgesOf(intervals, { from: null, to: "2015-01-01T00:00:00Z" })).toEqual([0, 1]);
  });
});
