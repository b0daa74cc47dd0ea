import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ForcedJobs, type GraphDelta, graphDelta, type JobAction } from "../../../src/domain/recipe/graphDelta.js";
import {
  type DefinitionJson,
  definitions,
  definitionsWithSome,
  graphOf,
  hasTwins,
  onlyJobs,
  renamed,
  revisionPairs,
  shuffled,
  structuralKeys,
  twinlessDefinitions,
  withAncestors,
  withDescendants,
  withVersions,
} from "../../support/graphs.js";

const deltaOf = (a: DefinitionJson, b: DefinitionJson, forced: ForcedJobs = []): GraphDelta => graphDelta(graphOf(a), graphOf(b), forced);

/** `KEEP detect`, of a node that had another name `KEEP detect = find`; sorted. */
const told = ({ nodes }: GraphDelta): string[] =>
  nodes
    .map(
      ({ action, name, previousName }) => `${action} ${name}${previousName === null || previousName === name ? "" : ` = ${previousName}`}`,
    )
    .sort();

const namesOf = ({ nodes }: GraphDelta, ...actions: JobAction[]): string[] =>
  nodes
    .filter(({ action }) => actions.includes(action))
    .map(({ name }) => name)
    .sort();

const jobNames = ({ jobs }: DefinitionJson): string[] => jobs.map(({ name }) => name).sort();
const without = (names: readonly string[], some: ReadonlySet<string>): string[] => names.filter((name) => !some.has(name));
const inOtherOrder = (some: fc.Arbitrary<DefinitionJson>) => some.chain((a) => shuffled(a).map((b) => ({ a, b })));

describe("the delta of any graphs", () => {
  it("keeps every node of the same graph under its own name, whatever the order of the JSON", () => {
    fc.assert(
      fc.property(inOtherOrder(definitions), ({ a, b }) => {
        const delta = deltaOf(a, b);
        expect(delta.incompatible).toBeNull();
        expect(told(delta)).toEqual(jobNames(a).map((name) => `KEEP ${name}`));
      }),
    );
  });

  it("keeps every node where all are renamed, if none has a twin", () => {
    fc.assert(
      fc.property(inOtherOrder(twinlessDefinitions), ({ a, b }) => {
        const { nodes } = deltaOf(
          a,
          renamed(b, (name) => `new ${name}`),
        );
        for (const { action, name, previousName } of nodes) expect(`${action} ${name}`).toBe(`KEEP new ${previousName}`);
        expect(nodes).toHaveLength(a.jobs.length);
      }),
    );
  });

  it("keeps what is the same down to the recipe's inputs, and nothing else, if none has a twin", () => {
    const pairs = revisionPairs(twinlessDefinitions).filter(({ b }) => !hasTwins(b));
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const previous = new Map([...structuralKeys(graphOf(a))].map(([name, key]) => [key, name]));
        const expected = [...structuralKeys(graphOf(b))].map(([name, key]) => ({ name, previousName: previous.get(key) ?? null }));
        const kept = ({ previousName }: { previousName: string | null }) => previousName !== null;
        const { nodes } = deltaOf(a, b);
        expect(nodes.filter(kept)).toEqual(expected.filter(kept).map((node) => ({ ...node, action: "KEEP" })));
      }),
    );
  });

  it("is the same seen from the other side, if none has a twin", () => {
    const pairs = revisionPairs(twinlessDefinitions).filter(({ b }) => !hasTwins(b));
    const kept = ({ nodes }: GraphDelta) => nodes.filter(({ action }) => action === "KEEP");
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const back = kept(deltaOf(b, a)).map(({ name, previousName }) => JSON.stringify([previousName, name]));
        const there = kept(deltaOf(a, b)).map(({ name, previousName }) => JSON.stringify([name, previousName]));
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  it("has each node of B once, in topological order, and then those of A that nothing took", () => {
    fc.assert(
      fc.property(revisionPairs(), ({ a, b }) => {
        const { nodes } = deltaOf(a, b);
        const ofB = nodes.filter(({ action }) => action !== "REMOVE");
        const taken = ofB.flatMap(({ previousName }) => (previousName === null ? [] : [previousName]));
        expect(ofB.map(({ name }) => name)).toEqual([...graphOf(b).nodes.keys()]);
        expect(new Set(taken).size).toBe(taken.length);
        const left = without([...graphOf(a).nodes.keys()], new Set(taken));
        expect(nodes.slice(ofB.length)).toEqual(left.map((name) => ({ name, action: "REMOVE", previousName: null })));
        for (const { action, previousName } of ofB) expect(previousName === null).toBe(action === "ADD");
      }),
    );
  });

  it("takes a node for another only where it is the same down to the recipe's inputs, twins or not", () => {
    fc.assert(
      fc.property(revisionPairs(), ({ a, b }) => {
        const [keysOfA, keysOfB] = [structuralKeys(graphOf(a)), structuralKeys(graphOf(b))];
        for (const { name, action, previousName } of deltaOf(a, b).nodes) {
          if (action === "KEEP") expect(keysOfA.get(previousName as string)).toBe(keysOfB.get(name));
        }
      }),
    );
  });

  it("takes the parents of a kept node for the parents of the one it is taken for", () => {
    fc.assert(
      fc.property(revisionPairs(), ({ a, b }) => {
        const { nodes } = deltaOf(a, b);
        const previous = new Map(nodes.filter(({ action }) => action === "KEEP").map((node) => [node.name, node.previousName as string]));
        for (const [name, previousName] of previous) {
          const parents = graphOf(b)
            .nodes.get(name)
            ?.parents.map((parent) => previous.get(parent.name));
          const previousParents = graphOf(a)
            .nodes.get(previousName)
            ?.parents.map((parent) => parent.name);
          expect(parents?.sort()).toEqual(previousParents?.sort());
        }
      }),
    );
  });
});

describe("a change", () => {
  it("of one job type's version renews that node and its descendants, and only them", () => {
    const changes = definitionsWithSome().chain(({ document: a, some }) => {
      const [name] = some as [string];
      return shuffled(withVersions(a, [name], "3.0")).map((b) => ({ a, b, name }));
    });
    fc.assert(
      fc.property(changes, ({ a, b, name }) => {
        const delta = deltaOf(a, b);
        const renewed = withDescendants(a, [name]);
        expect(namesOf(delta, "ADD")).toEqual([...renewed].sort());
        expect(namesOf(delta, "REMOVE")).toEqual([...renewed].sort());
        expect(namesOf(delta, "KEEP")).toEqual(without(jobNames(a), renewed));
      }),
    );
  });

  const partOf = definitionsWithSome().chain(({ document: whole, some }) => {
    const names = withAncestors(whole, some);
    return fc.record({ names: fc.constant(names), whole: shuffled(whole), part: shuffled(onlyJobs(whole, names)) });
  });

  it("that adds nodes keeps all the old ones under their own names, be the new ones twins or not", () => {
    fc.assert(
      fc.property(partOf, ({ names, whole, part }) => {
        const added = without(jobNames(whole), names).map((name) => `ADD ${name}`);
        expect(told(deltaOf(part, whole))).toEqual([...added, ...[...names].map((name) => `KEEP ${name}`)].sort());
      }),
    );
  });

  it("that removes nodes keeps all the others under their own names", () => {
    fc.assert(
      fc.property(partOf, ({ names, whole, part }) => {
        const removed = without(jobNames(whole), names).map((name) => `REMOVE ${name}`);
        expect(told(deltaOf(whole, part))).toEqual([...removed, ...[...names].map((name) => `KEEP ${name}`)].sort());
      }),
    );
  });
});

describe("forcing", () => {
  it("runs exactly the forced nodes and their descendants again", () => {
    fc.assert(
      fc.property(definitionsWithSome(), ({ document, some }) => {
        const delta = deltaOf(document, document, some);
        const again = withDescendants(document, some);
        expect(namesOf(delta, "RERUN")).toEqual([...again].sort());
        expect(namesOf(delta, "KEEP")).toEqual(without(jobNames(document), again));
      }),
    );
  });

  it("everything runs all again", () => {
    fc.assert(
      fc.property(definitions, (document) => {
        expect(namesOf(deltaOf(document, document, "ALL"), "RERUN")).toEqual(jobNames(document));
      }),
    );
  });

  it("everything is forcing each by its name", () => {
    fc.assert(
      fc.property(revisionPairs(), ({ a, b }) => {
        expect(deltaOf(a, b, "ALL")).toEqual(deltaOf(a, b, jobNames(b)));
      }),
    );
  });

  const forcings = revisionPairs().chain(({ a, b }) =>
    fc.record({ a: fc.constant(a), b: fc.constant(b), forced: fc.subarray(jobNames(b)) }),
  );

  it("changes nothing but what is kept into what runs again", () => {
    fc.assert(
      fc.property(forcings, ({ a, b, forced }) => {
        const { nodes } = deltaOf(a, b, forced);
        expect(nodes.map((node) => (node.action === "RERUN" ? { ...node, action: "KEEP" } : node))).toEqual(deltaOf(a, b).nodes);
      }),
    );
  });

  it("one more node runs no fewer again", () => {
    fc.assert(
      fc.property(forcings, ({ a, b, forced }) => {
        const more = new Set(namesOf(deltaOf(a, b, forced), "RERUN"));
        for (const name of namesOf(deltaOf(a, b, forced.slice(1)), "RERUN")) expect(more).toContain(name);
      }),
    );
  });
});
