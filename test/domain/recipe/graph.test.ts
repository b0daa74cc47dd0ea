import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GraphNode, topologicalOrder } from "../../../src/domain/recipe/graph.js";
import { definitions, graphOf } from "../../support/graphs.js";

/** A node behind the given parents. */
const node = (name: string, ...parents: string[]): GraphNode => ({
  name,
  jobType: { name: "any", version: "1.0" },
  recipeInputs: [],
  parents: parents.map((parent) => ({ name: parent, connections: [] })),
});

const order = (...nodes: GraphNode[]) => {
  const { ordered, cyclic } = topologicalOrder(nodes);
  return { ordered: ordered.map(({ name }) => name), cyclic: cyclic.map(({ name }) => name) };
};

describe("the topological order", () => {
  it("has every node behind its parents, whatever the order of the JSON", () => {
    fc.assert(
      fc.property(definitions, (document) => {
        const names = [...graphOf(document).nodes.keys()];
        expect([...names].sort()).toEqual(document.jobs.map(({ name }) => name).sort());
        for (const { name, dependencies } of document.jobs) {
          for (const parent of dependencies) expect(names.indexOf(parent.name)).toBeLessThan(names.indexOf(name));
        }
      }),
    );
  });

  it("leaves nodes that are free in their order", () => {
    expect(order(node("c", "b"), node("d", "a"), node("b"), node("a"))).toEqual({ ordered: ["b", "a", "c", "d"], cyclic: [] });
  });

  it("leaves out the nodes of a circle and all behind them", () => {
    const nodes = [node("behind", "b"), node("a", "b", "free"), node("b", "a"), node("free"), node("self", "self")];
    expect(order(...nodes)).toEqual({ ordered: ["free"], cyclic: ["behind", "a", "b", "self"] });
  });

  it("of nothing is nothing", () => {
    expect(order()).toEqual({ ordered: [], cyclic: [] });
  });
});
