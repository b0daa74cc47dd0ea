import { describe, expect, it } from "vitest";
import { compareGraphs } from "../../src/console/parts/graph/compareGraphs.js";
import { readRecipeGraph } from "../../src/console/parts/graph/recipeGraph.js";
import { definitionOf } from "../support/catalogue.js";

const graphOf = (graph: string) => readRecipeGraph(definitionOf(graph));
const compare = (earlier: string, later: string) => compareGraphs(graphOf(earlier), graphOf(later));

describe("The graph of a definition", () => {
  it("has jobs, what they depend on, and what feeds them", () => {
    expect(graphOf("parse mask=masker@2<parse")).toEqual([
      { name: "parse", jobType: { name: "parse", version: "1" }, parents: [], feeds: ["scene → in"] },
      { name: "mask", jobType: { name: "masker", version: "2" }, parents: ["parse"], feeds: ["parse.out → in-0"] },
    ]);
  });

  it("is empty where the definition has no jobs", () => {
    expect(readRecipeGraph({})).toEqual([]);
  });
});

describe("Two graphs in one", () => {
  it("are all the same where nothing differs", () => {
    const { jobs, edges } = compare("parse mask<parse", "parse mask<parse");
    expect(jobs.map(({ change }) => change)).toEqual(["SAME", "SAME"]);
    expect(edges).toEqual([{ from: "parse", to: "mask", change: "SAME" }]);
  });

  it("have what was added and removed", () => {
    const { jobs, edges } = compare("parse old<parse", "parse new<parse");
    expect(jobs.map(({ job, change }) => [job.name, change])).toEqual([
      ["parse", "SAME"],
      ["new", "ADDED"],
      ["old", "REMOVED"],
    ]);
    expect(edges).toEqual([
      { from: "parse", to: "new", change: "ADDED" },
      { from: "parse", to: "old", change: "REMOVED" },
    ]);
  });

  it("tell which job type a job had before", () => {
    const [, mask] = compare("parse mask@1<parse", "parse mask@2<parse").jobs;
    expect(mask).toMatchObject({ change: "CHANGED", earlierJobType: { name: "mask", version: "1" }, newFeeds: [], lostFeeds: [] });
  });

  it("tell what feeds a job since, and what no longer does", () => {
    const { jobs, edges } = compare("parse scan mask<parse", "parse scan mask<scan");
    expect(jobs[2]).toMatchObject({
      change: "CHANGED",
      earlierJobType: null,
      newFeeds: ["scan.out → in-0"],
      lostFeeds: ["parse.out → in-0"],
    });
    expect(edges).toEqual([
      { from: "scan", to: "mask", change: "ADDED" },
      { from: "parse", to: "mask", change: "REMOVED" },
    ]);
  });
});
