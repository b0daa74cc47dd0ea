import { describe, expect, it } from "vitest";
import { layOutGraph } from "../../src/console/parts/graph/layOutGraph.js";

const size = { width: 100, height: 40 };
const names = ["parse", "mask", "ortho", "merge", "alone"];
const edges = [
  { from: "parse", to: "mask" },
  { from: "parse", to: "ortho" },
  { from: "mask", to: "merge" },
  { from: "ortho", to: "merge" },
  { from: "parse", to: "merge" },
];

describe("A graph that is laid out", () => {
  for (const isDown of [false, true]) {
    const { nodes, edges: ways, width, height } = layOutGraph(names, edges, size, isDown);
    const at = (name: string) => nodes.get(name) as { x: number; y: number };

    it(`runs ${isDown ? "from top to bottom" : "from left to right"}`, () => {
      const length = isDown ? "y" : "x";
      for (const { from, to } of edges) expect(at(to)[length]).toBeGreaterThan(at(from)[length] + (isDown ? size.height : size.width));
    });

    it(`has all nodes within it, none upon another${isDown ? ", from top to bottom, too" : ""}`, () => {
      for (const name of names) {
        const { x, y } = at(name);
        expect(Math.min(x, y, width - x - size.width, height - y - size.height)).toBeGreaterThanOrEqual(0);
        for (const other of names.filter((candidate) => candidate !== name)) {
          expect(Math.abs(at(other).x - x) >= size.width || Math.abs(at(other).y - y) >= size.height).toBe(true);
        }
      }
    });

    it(`has a way for each edge${isDown ? ", from top to bottom, too" : ""}`, () => {
      expect(ways).toHaveLength(edges.length);
      for (const way of ways) expect(way).toMatch(/^M[\d.]+,[\d.]+ [LQ]/);
    });
  }

  it("may be a single job, or none", () => {
    expect(layOutGraph(["parse"], [], size, false).nodes.size).toBe(1);
    expect(layOutGraph([], [], size, false).nodes.size).toBe(0);
  });
});
