import { describe, expect, it } from "vitest";
import type { RecipeGraph } from "../../../src/domain/recipe/graph.js";
import { type ForcedJobs, graphDelta } from "../../../src/domain/recipe/graphDelta.js";
import { type DefinitionJson, definition, graph, graphOf, input, type JobSketch, job } from "../../support/graphs.js";

/** What becomes of the nodes: `["KEEP detect", …]`; where one had another name, `KEEP detect = find`. */
const told = (a: RecipeGraph, b: RecipeGraph, forced: ForcedJobs = []): string[] =>
  graphDelta(a, b, forced).nodes.map(
    ({ action, name, previousName }) => `${action} ${name}${previousName === null || previousName === name ? "" : ` = ${previousName}`}`,
  );

const ingest = job("ingest", { inputs: { file: "scene" } });
const mask = job("mask", { inputs: { file: "scene" } });
const detect = job("detect", { parents: { ingest: { image: "tiles" } } });
const report = job("report", { parents: { detect: { source: "found" } } });

describe("the inputs of two revisions", () => {
  const incompatible = (a: DefinitionJson["input_data"], b: DefinitionJson["input_data"]): string | null =>
    graphDelta(graphOf(definition([], a)), graphOf(definition([], b)), []).incompatible;

  it.each([
    ["are the same", [input("scene")], [input("scene")]],
    ["lose one", [input("scene"), input("mask")], [input("scene")]],
    ["gain one that is optional", [input("scene")], [input("scene"), input("mask", "file", false)]],
    ["no longer require one", [input("scene")], [input("scene", "file", false)]],
    ["come in another order", [input("scene"), input("mask")], [input("mask"), input("scene")]],
  ])("are compatible where they %s", (_, a, b) => {
    expect(incompatible(a, b)).toBeNull();
  });

  it.each([
    ["a required one is new", [], [input("scene")], 'the required input "scene" is new'],
    [
      "a required one is named otherwise",
      [input("scene")],
      [input("image"), input("scene", "file", false)],
      'the required input "image" is new',
    ],
    [
      "an optional one becomes required",
      [input("scene", "file", false)],
      [input("scene")],
      'the input "scene" was optional and is now required',
    ],
    [
      "a required one changes type",
      [input("scene")],
      [input("scene", "files")],
      'the input "scene" was of type file and is now of type files',
    ],
    [
      "an optional one changes type",
      [input("scene", "property", false)],
      [input("scene", "file", false)],
      'the input "scene" was of type property and is now of type file',
    ],
  ])("are incompatible where %s", (_, a, b, reason) => {
    expect(incompatible(a, b)).toBe(reason);
  });

  it("tell all the reasons at once", () => {
    expect(incompatible([input("scene", "file", false)], [input("scene"), input("mask")])).toBe(
      'the input "scene" was optional and is now required; the required input "mask" is new',
    );
  });
});

describe("a node of both revisions", () => {
  const left = job("left", { type: "load" });
  const right = job("right", { type: "fetch" });
  const extra = job("extra");
  const parents = { left: { base: "tiles" }, right: { overlay: "tiles" } };
  const mosaic: JobSketch = { inputs: { frame: "scene" }, parents };
  const becomes = (changed: JobSketch) =>
    told(graph(left, right, extra, job("mosaic", mosaic)), graph(left, right, extra, job("mosaic", changed)));

  it("is kept where nothing of it changed", () => {
    expect(becomes(mosaic)).toEqual(["KEEP left", "KEEP right", "KEEP extra", "KEEP mosaic"]);
  });

  it.each<[string, JobSketch]>([
    ["another job type", { ...mosaic, type: "other" }],
    ["another version of its job type", { ...mosaic, version: "1.1" }],
    ["another recipe input on the same job input", { ...mosaic, inputs: { frame: "other" } }],
    ["the same recipe input on another job input", { ...mosaic, inputs: { border: "scene" } }],
    ["one recipe input less", { ...mosaic, inputs: {} }],
    ["one recipe input more", { ...mosaic, inputs: { frame: "scene", extra: "scene" } }],
    ["another output on the same job input", { ...mosaic, parents: { ...parents, left: { base: "thumbnail" } } }],
    ["the same output on another job input", { ...mosaic, parents: { ...parents, left: { bottom: "tiles" } } }],
    ["one connection less", { ...mosaic, parents: { ...parents, left: {} } }],
    ["one connection more", { ...mosaic, parents: { ...parents, left: { base: "tiles", extra: "tiles" } } }],
    ["its parents the other way round", { ...mosaic, parents: { right: { base: "tiles" }, left: { overlay: "tiles" } } }],
    ["one parent less", { ...mosaic, parents: { left: { base: "tiles" } } }],
    ["one parent more, though it gives nothing", { ...mosaic, parents: { ...parents, extra: {} } }],
    ["another parent in the place of one", { ...mosaic, parents: { extra: { base: "tiles" }, right: { overlay: "tiles" } } }],
    [
      "a recipe input where an output was",
      { inputs: { frame: "scene", base: "scene" }, parents: { left: {}, right: { overlay: "tiles" } } },
    ],
  ])("is new where it has %s", (_, changed) => {
    expect(becomes(changed)).toEqual(["KEEP left", "KEEP right", "KEEP extra", "ADD mosaic", "REMOVE mosaic"]);
  });

  it("is new where it waits for another parent, though neither gives it anything", () => {
    const waits = (parent: string) => graph(left, right, job("late", { parents: { [parent]: {} } }));
    expect(told(waits("left"), waits("right"))).toEqual(["KEEP left", "KEEP right", "ADD late", "REMOVE late"]);
  });

  it("is kept under another name", () => {
    const load = job("load", { type: "ingest-type", inputs: { file: "scene" } });
    const search = job("search", { type: "detect-type", parents: { load: { image: "tiles" } } });
    expect(told(graph(ingest, detect), graph(load, search))).toEqual(["KEEP load = ingest", "KEEP search = detect"]);
  });

  it("is kept where two swapped their names", () => {
    const [one, two] = [job("two", { type: "left" }), job("one", { type: "right" })];
    expect(told(graph(job("one", { type: "left" }), job("two", { type: "right" })), graph(one, two))).toEqual([
      "KEEP two = one",
      "KEEP one = two",
    ]);
  });

  it("is new behind a parent that is new, and the old one is removed", () => {
    const newer = job("ingest", { version: "2.0", inputs: { file: "scene" } });
    expect(told(graph(ingest, mask, detect, report), graph(newer, mask, detect, report))).toEqual([
      "ADD ingest",
      "KEEP mask",
      "ADD detect",
      "ADD report",
      "REMOVE ingest",
      "REMOVE detect",
      "REMOVE report",
    ]);
  });

  it("is kept where one of its inputs is fed by several parents", () => {
    const merge = job("merge", { parents: { ingest: { files: "tiles" }, mask: { files: "tiles" } } });
    expect(told(graph(ingest, mask, merge), graph(mask, ingest, merge))).toEqual(["KEEP mask", "KEEP ingest", "KEEP merge"]);
  });
});

describe("twins, nodes that only their names tell apart,", () => {
  const twin = (name: string) => job(name, { type: "detect", inputs: { file: "scene" } });
  const [one, two, added] = [twin("one"), twin("two"), twin("added")];

  it("keep their names, in whatever order they stand", () => {
    expect(told(graph(one, two), graph(two, one))).toEqual(["KEEP two", "KEEP one"]);
  });

  it("are removed where their names are gone", () => {
    expect(told(graph(one, two), graph(two))).toEqual(["KEEP two", "REMOVE one"]);
  });

  it("do not take the place of an old one when they are new, wherever they stand", () => {
    const behind = job("behind", { parents: { one: { file: "found" } } });
    expect(told(graph(one, two, behind), graph(added, two, one, behind))).toEqual(["ADD added", "KEEP two", "KEEP one", "KEEP behind"]);
  });

  it("take the place whose name is gone when they are renamed", () => {
    expect(told(graph(one, two), graph(added, one))).toEqual(["KEEP added = two", "KEEP one"]);
  });

  it("take a place whose name stands for something else now", () => {
    expect(told(graph(one, two), graph(added, job("one"), two))).toEqual(["KEEP added = one", "ADD one", "KEEP two"]);
  });

  it("take each other's places in their order when all are renamed", () => {
    expect(told(graph(one, two), graph(twin("third"), twin("fourth")))).toEqual(["KEEP third = one", "KEEP fourth = two"]);
  });
});

describe("a forced node", () => {
  it("runs again with all that stands behind it", () => {
    const same = graph(ingest, mask, detect, report);
    expect(told(same, same, ["detect"])).toEqual(["KEEP ingest", "KEEP mask", "RERUN detect", "RERUN report"]);
  });

  it("is named as the new revision names it", () => {
    const load = job("load", { type: "ingest-type", inputs: { file: "scene" } });
    expect(told(graph(ingest), graph(load), ["load"])).toEqual(["RERUN load = ingest"]);
    expect(told(graph(ingest), graph(load), ["ingest"])).toEqual(["KEEP load = ingest"]);
  });

  it("is added where it is new, with all that stands behind it", () => {
    expect(told(graph(ingest), graph(ingest, detect, report), ["detect"])).toEqual(["KEEP ingest", "ADD detect", "ADD report"]);
  });

  it("does nothing where it is in neither graph", () => {
    expect(told(graph(ingest), graph(ingest), ["nowhere"])).toEqual(["KEEP ingest"]);
  });
});

describe("the same revision", () => {
  it("has nothing to do where nothing is forced", () => {
    const same = graph(ingest, mask, detect, report);
    expect(told(same, same)).toEqual(["KEEP ingest", "KEEP mask", "KEEP detect", "KEEP report"]);
  });
});
