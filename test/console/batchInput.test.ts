import { describe, expect, it } from "vitest";
import { definedIn, forcesJobs } from "../../src/console/pages/newBatch/batchInput.js";
import { planGraph } from "../../src/console/pages/newBatch/planGraph.js";
import { remarksOf } from "../../src/console/pages/newBatch/remarksOf.js";
import { readRecipeGraph } from "../../src/console/parts/graph/recipeGraph.js";
import { definitionOf } from "../support/catalogue.js";

const address = (query: string) => {
  const values = new URLSearchParams(query);
  const get = (name: string) => values.get(name) ?? "";
  return { get, list: (name: string) => get(name).split(",").filter(Boolean) };
};

describe("The batch that an address defines", () => {
  it("has what the address says, and nothing else", () => {
    expect(definedIn(address("type=7"))).toEqual({ recipeTypeId: "7", definition: { allJobs: false, jobNames: [] } });
    expect(definedIn(address("type=7&jobs=a,b&from=2016-01-01T00:00:00Z&by=data&priority=-3&running=5&stop=2&title=x"))).toEqual({
      recipeTypeId: "7",
      definition: {
        allJobs: false,
        jobNames: ["a", "b"],
        dateRange: { type: "DATA", started: "2016-01-01T00:00:00Z" },
        priority: -3,
      },
      limits: { maxRunningJobs: 5, stopAfterFailedJobs: 2 },
    });
  });

  it("names no jobs where all run again", () => {
    expect(definedIn(address("type=7&all=1&jobs=a")).definition).toEqual({ allJobs: true });
    expect([forcesJobs(address("all=1")), forcesJobs(address("jobs=a")), forcesJobs(address(""))]).toEqual([true, true, false]);
  });
});

describe("The graph of a plan", () => {
  const current = readRecipeGraph(definitionOf("parse mask@2<parse publish<mask"));
  const earlier = readRecipeGraph(definitionOf("parse mask@1<parse old<parse"));
  const plan = [
    { jobName: "parse", action: "KEEP" },
    { jobName: "mask", action: "ADD" },
    { jobName: "publish", action: "ADD" },
    { jobName: "mask", action: "REMOVE" },
    { jobName: "old", action: "REMOVE" },
  ] as const;

  it("has each job once: what takes another's place says which, and what is removed hangs where it hung", () => {
    const { jobs, edges } = planGraph(current, earlier, plan, new Set(["parse"]));
    expect(jobs.map(({ name, mark, replaces, isPressed }) => [name, mark, replaces, isPressed])).toEqual([
      ["parse", "KEEP", null, true],
      ["mask", "ADD", "1", false],
      ["publish", "ADD", null, false],
      ["old", "REMOVE", null, false],
    ]);
    expect(edges).toEqual([
      { from: "parse", to: "mask", mark: null },
      { from: "mask", to: "publish", mark: null },
      { from: "parse", to: "old", mark: "REMOVE" },
    ]);
  });

  it("marks nothing where no recipe matches", () => {
    expect(planGraph(current, null, [], null).jobs.map(({ mark, isPressed }) => [mark, isPressed])).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
  });
});

describe("What the gateway says of a batch", () => {
  it("stands at the field that it is about, or at the whole", () => {
    const error = (path: string[]) => ({ code: "INVALID", path, message: path.join(".") }) as const;
    const errors = [error(["definition", "dateRange", "started"]), error(["limits", "maxRunningJobs"]), error(["selection"])];
    const warnings = [
      { id: "UNKNOWN_JOB_NAME", details: "which job?" },
      { id: "RUNNING_BATCH", details: "another one" },
    ];
    const remarks = [...remarksOf({ errors, warnings })].map(([field, of]) => [field, ...of.map(({ text }) => text)]);
    expect(remarks).toEqual([
      ["range", "definition.dateRange.started"],
      ["running", "limits.maxRunningJobs"],
      ["all", "selection", "another one"],
      ["jobs", "which job?"],
    ]);
  });
});
