export interface RecipeInput {
  readonly name: string;
  readonly type: "property" | "file" | "files";
  readonly required: boolean;
}

/** Names a job type: its name and version are unique together. */
export interface JobTypeKey {
  readonly name: string;
  readonly version: string;
}

/** A job type's name and version as one text, for maps. */
export const textOfKey = ({ name, version }: JobTypeKey): string => JSON.stringify([name, version]);

/** A parent of a node, and its outputs that feed the node's inputs. */
export interface Dependency {
  readonly name: string;
  readonly connections: readonly { readonly output: string; readonly input: string }[];
}

export interface GraphNode {
  readonly name: string;
  readonly jobType: JobTypeKey;
  readonly recipeInputs: readonly { readonly recipeInput: string; readonly jobInput: string }[];
  readonly parents: readonly Dependency[];
}

export interface RecipeGraph {
  readonly inputs: ReadonlyMap<string, RecipeInput>;
  /** By name, in a topological order: every node stands behind its parents. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

/**
 * Orders nodes so that each stands behind its parents. Nodes that could stand at the same place keep their order.
 * @returns the ordered nodes, and those that a cycle keeps from being ordered
 */
export function topologicalOrder(nodes: readonly GraphNode[]): { ordered: GraphNode[]; cyclic: GraphNode[] } {
  const ordered: GraphNode[] = [];
  const done = new Set<string>();
  let left = [...nodes];
  for (;;) {
    const free = left.filter((node) => node.parents.every((parent) => done.has(parent.name)));
    if (free.length === 0) return { ordered, cyclic: left };
    for (const node of free) {
      ordered.push(node);
      done.add(node.name);
    }
    left = left.filter((node) => !done.has(node.name));
  }
}
