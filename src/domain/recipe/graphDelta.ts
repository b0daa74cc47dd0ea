import type { GraphNode, RecipeGraph } from "./graph.js";

/**
 * What becomes of a node when a recipe is re-processed. KEEP: A has an identical node, whose job is kept. RERUN: A has an identical node,
 * but the node is forced to run again or stands behind such a node. ADD: A has no identical node. REMOVE: B has none.
 */
export const jobActions = ["KEEP", "RERUN", "ADD", "REMOVE"] as const;
export type JobAction = (typeof jobActions)[number];

/** What becomes of one node. */
export interface NodeDelta {
  /** The node's name in B; for REMOVE in A. */
  readonly name: string;
  readonly action: JobAction;
  /** The name of the node of A that it is identical to: for KEEP and RERUN. */
  readonly previousName: string | null;
}

/** The difference between the graph of a recipe's own revision (A) and that of the revision it is re-processed to (B). */
export interface GraphDelta {
  /** Why a recipe of A can't be re-processed as B; null where it can. */
  readonly incompatible: string | null;
  /** The nodes of B in their topological order, then the removed ones of A in theirs. */
  readonly nodes: readonly NodeDelta[];
}

/** The jobs to run again although nothing changed: by name, or all. */
export type ForcedJobs = readonly string[] | "ALL";

/**
 * Compares two graphs. Nodes are identical, whatever their names, when their job types are equal, their parents correspond one
 * to one and are identical, and their inputs are connected alike. A forced node and its descendants run again.
 * @param forced names of nodes of B
 * @param failed names of nodes of A whose jobs have failed; what is identical to them is forced, too
 */
export function graphDelta(a: RecipeGraph, b: RecipeGraph, forced: ForcedJobs, failed: readonly string[] = []): GraphDelta {
  const identical = identicalNodes(a, b);
  const forcedNames = new Set(forced === "ALL" ? b.nodes.keys() : forced);
  for (const [name, previousName] of identical) if (failed.includes(previousName)) forcedNames.add(name);
  const rerun = new Set<string>();
  const nodes: NodeDelta[] = [];
  for (const node of b.nodes.values()) {
    const previousName = identical.get(node.name) ?? null;
    if (previousName !== null && (forcedNames.has(node.name) || node.parents.some((parent) => rerun.has(parent.name))))
      rerun.add(node.name);
    const action = previousName === null ? "ADD" : rerun.has(node.name) ? "RERUN" : "KEEP";
    nodes.push({ name: node.name, action, previousName });
  }
  const matched = new Set(identical.values());
  for (const name of a.nodes.keys()) {
    if (!matched.has(name)) nodes.push({ name, action: "REMOVE", previousName: null });
  }
  return { incompatible: incompatibleInputs(a, b), nodes };
}

/** Every required input of B must be a required one of A with the same type; an optional one must not change its type. */
function incompatibleInputs(a: RecipeGraph, b: RecipeGraph): string | null {
  const reasons: string[] = [];
  for (const input of b.inputs.values()) {
    const old = a.inputs.get(input.name);
    if (!old) {
      if (input.required) reasons.push(`the required input "${input.name}" is new`);
    } else if (old.type !== input.type) {
      reasons.push(`the input "${input.name}" was of type ${old.type} and is now of type ${input.type}`);
    } else if (input.required && !old.required) {
      reasons.push(`the input "${input.name}" was optional and is now required`);
    }
  }
  return reasons.length === 0 ? null : reasons.join("; ");
}

/** Finds the nodes of B that are identical to nodes of A. @returns the names of the nodes of A, by the names of the nodes of B */
function identicalNodes(a: RecipeGraph, b: RecipeGraph): Map<string, string> {
  const identical = new Map<string, string>();
  const free = new Map(a.nodes);
  for (const node of b.nodes.values()) {
    const candidates = [...free.values()].filter((candidate) => isIdentical(candidate, node, identical));
    // Several nodes of A may be identical to this one; they are twins that differ in their names only. This node must not take the twin
    // that has the same name as another node of B which will take it. Whether that node will is known already, because it has the same
    // parents.
    const match =
      candidates.find((candidate) => candidate.name === node.name) ??
      candidates.find((candidate) => {
        const namesake = b.nodes.get(candidate.name);
        return !namesake || !isIdentical(candidate, namesake, identical);
      });
    if (!match) continue;
    identical.set(node.name, match.name);
    free.delete(match.name);
  }
  return identical;
}

function isIdentical(a: GraphNode, b: GraphNode, identical: ReadonlyMap<string, string>): boolean {
  if (a.jobType.name !== b.jobType.name || a.jobType.version !== b.jobType.version) return false;
  if (a.parents.length !== b.parents.length) return false;
  if (!b.parents.every((parent) => identical.has(parent.name))) return false;
  return sameSet(
    connections(a, (name) => name),
    connections(b, (name) => identical.get(name) as string),
  );
}

/** A node's parents and what feeds its inputs, as comparable texts. */
function connections(node: GraphNode, parentName: (name: string) => string): string[] {
  return [
    ...node.recipeInputs.map(({ recipeInput, jobInput }) => JSON.stringify([recipeInput, jobInput])),
    ...node.parents.map((parent) => JSON.stringify([parentName(parent.name)])),
    ...node.parents.flatMap((parent) =>
      parent.connections.map(({ output, input }) => JSON.stringify([parentName(parent.name), output, input])),
    ),
  ];
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((item) => set.has(item));
};
