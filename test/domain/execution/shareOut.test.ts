import { expect, it } from "vitest";
import { type Lane, shareOut } from "../../../src/domain/execution/shareOut.js";

const lane = (batchId: number, priority = 100, jobTypeId = 1): Lane => ({ batchId, priority, jobTypeId });
const shared = (lanes: readonly Lane[], places: number, after = 0) =>
  shareOut(lanes, places, after).map(({ lane, jobs }) => [lane.batchId, lane.jobTypeId, jobs]);

it("A lone batch gets all places", () => {
  expect(shared([lane(7)], 100)).toEqual([[7, 1, 100]]);
});

it("Batches of one priority get as many places as each other, give or take one", () => {
  expect(shared([lane(1), lane(2), lane(3)], 8)).toEqual([
    [1, 1, 3],
    [2, 1, 3],
    [3, 1, 2],
  ]);
});

it("The turn is that of the batch after the one that was last served, and comes round", () => {
  const batches = [lane(1), lane(5), lane(9)];
  expect([0, 1, 5, 9].map((after) => shared(batches, 1, after))).toEqual([[[1, 1, 1]], [[5, 1, 1]], [[9, 1, 1]], [[1, 1, 1]]]);
});

it("Only the lowest priority number is served", () => {
  expect(shared([lane(1, 100), lane(2, 10), lane(3, 10)], 4)).toEqual([
    [2, 1, 2],
    [3, 1, 2],
  ]);
});

it("A batch of many job types gets no more than one of a single type", () => {
  expect(shared([lane(1, 100, 1), lane(1, 100, 2), lane(1, 100, 3), lane(2, 100, 1)], 6)).toEqual([
    [1, 1, 1],
    [1, 2, 1],
    [1, 3, 1],
    [2, 1, 3],
  ]);
});
