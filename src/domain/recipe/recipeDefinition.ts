import type { Problem } from "../errors.js";
import { type Dependency, type GraphNode, type RecipeGraph, type RecipeInput, topologicalOrder } from "./graph.js";

/** What reading a recipe definition found: the graph, or what is wrong; and what is odd but works. */
export interface RecipeDefinitionResult {
  readonly graph: RecipeGraph | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

const inputTypes: readonly string[] = ["property", "file", "files"] satisfies RecipeInput["type"][];

/**
 * Reads a recipe definition, version 1.0, as Scale documents it:
 * `{version, input_data: [{name, type, required, media_types}], jobs: [{name, job_type: {name, version},
 * recipe_inputs: [{recipe_input, job_input}], dependencies: [{name, connections: [{output, input}]}]}]}`.
 *
 * A job input is fed once, by a recipe input or by one output. The one exception is in definitions that run today: outputs
 * of several parents that feed the same input. It is taken, with a warning.
 */
export function readRecipeDefinition(document: unknown): RecipeDefinitionResult {
  const reader = new Reader();
  const root = reader.object(document, []);
  if (root?.version !== undefined && root.version !== "1.0") reader.problem(["version"], 'must be "1.0"');
  const inputs = reader.list(root, [], "input_data", readInput);
  const nodes = reader.list(root, [], "jobs", readNode);

  reader.unique(inputs, "input_data");
  reader.unique(nodes, "jobs");
  checkReferences(reader, inputs, nodes);
  const { ordered, cyclic } = topologicalOrder(nodes);
  const knowsParents = reader.problems.length === 0;
  if (knowsParents && cyclic.length > 0) {
    const names = withoutBystanders(cyclic).map((node) => node.name);
    reader.problem(["jobs"], `must not depend on each other in a circle: ${names.join(", ")}`);
  }
  if (reader.problems.length > 0) return { graph: null, problems: reader.problems, warnings: [] };
  return {
    graph: {
      inputs: new Map(inputs.map((input) => [input.name, input])),
      nodes: new Map(ordered.map((node) => [node.name, node])),
    },
    problems: [],
    warnings: ordered.flatMap(sharedInputs),
  };
}

const readInput: ReadItem<RecipeInput> = (reader, item, path) => {
  const input = reader.object(item, path);
  const type = reader.string(input, path, "type");
  if (type && !inputTypes.includes(type)) reader.problem([...path, "type"], `must be one of ${inputTypes.join(", ")}`);
  if (input?.required !== undefined && typeof input.required !== "boolean") reader.problem([...path, "required"], "must be true or false");
  return { name: reader.string(input, path, "name"), type: type as RecipeInput["type"], required: input?.required !== false };
};

const readNode: ReadItem<GraphNode> = (reader, item, path) => {
  const node = reader.object(item, path);
  const at = [...path, "job_type"];
  const jobType = node && reader.object(node.job_type, at);
  return {
    name: reader.string(node, path, "name", 100),
    jobType: { name: reader.string(jobType, at, "name"), version: reader.string(jobType, at, "version") },
    recipeInputs: reader.list(node, path, "recipe_inputs", readRecipeInput),
    parents: reader.list(node, path, "dependencies", readDependency),
  };
};

const readRecipeInput: ReadItem<GraphNode["recipeInputs"][number]> = (reader, item, path) => {
  const connection = reader.object(item, path);
  return { recipeInput: reader.string(connection, path, "recipe_input"), jobInput: reader.string(connection, path, "job_input") };
};

const readDependency: ReadItem<Dependency> = (reader, item, path) => {
  const dependency = reader.object(item, path);
  return { name: reader.string(dependency, path, "name"), connections: reader.list(dependency, path, "connections", readConnection) };
};

const readConnection: ReadItem<Dependency["connections"][number]> = (reader, item, path) => {
  const connection = reader.object(item, path);
  return { output: reader.string(connection, path, "output"), input: reader.string(connection, path, "input") };
};

/** Leaves out the nodes that only stand behind a circle: those that none of the others depends on. */
function withoutBystanders(cyclic: readonly GraphNode[]): readonly GraphNode[] {
  for (let left = cyclic; ; ) {
    const needed = new Set(left.flatMap((node) => node.parents.map((parent) => parent.name)));
    const circle = left.filter((node) => needed.has(node.name));
    if (circle.length === left.length) return circle;
    left = circle;
  }
}

/** Names must lead somewhere, and a job input must be fed once. */
function checkReferences(reader: Reader, inputs: readonly RecipeInput[], nodes: readonly GraphNode[]): void {
  const inputNames = new Set(inputs.map((input) => input.name));
  const nodeNames = new Set(nodes.map((node) => node.name));
  for (const [i, node] of nodes.entries()) {
    const path = ["jobs", String(i)];
    const fed = new Set<string>();
    const feed = (input: string, at: string[]) => {
      if (input && fed.has(input)) reader.problem(at, `feeds the input "${input}" of job "${node.name}" a second time`);
      fed.add(input);
    };
    for (const [k, { recipeInput, jobInput }] of node.recipeInputs.entries()) {
      const at = [...path, "recipe_inputs", String(k)];
      if (recipeInput && !inputNames.has(recipeInput))
        reader.problem([...at, "recipe_input"], `names no input of the recipe: "${recipeInput}"`);
      feed(jobInput, at);
    }
    const parents = new Set<string>();
    const fedByRecipe = new Set(fed);
    for (const [k, parent] of node.parents.entries()) {
      const at = [...path, "dependencies", String(k)];
      if (parent.name && !nodeNames.has(parent.name)) reader.problem([...at, "name"], `names no job of the recipe: "${parent.name}"`);
      if (parent.name && parents.has(parent.name)) reader.problem([...at, "name"], `names the job "${parent.name}" a second time`);
      parents.add(parent.name);
      fed.clear();
      for (const input of fedByRecipe) fed.add(input);
      for (const [c, { input }] of parent.connections.entries()) feed(input, [...at, "connections", String(c)]);
    }
  }
}

function sharedInputs(node: GraphNode): string[] {
  const feeders = new Map<string, string[]>();
  for (const parent of node.parents) {
    for (const { input, output } of parent.connections) feeders.set(input, [...(feeders.get(input) ?? []), `${parent.name}.${output}`]);
  }
  return [...feeders]
    .filter(([, sources]) => sources.length > 1)
    .map(([input, sources]) => `job "${node.name}": its input "${input}" is fed by ${sources.length} outputs (${sources.join(", ")})`);
}

type ReadItem<T> = (reader: Reader, item: unknown, path: readonly string[]) => T;
type JsonObject = Readonly<Record<string, unknown>>;

/** Reads untrusted JSON and keeps what is wrong with it. What is no object is blamed itself, and not for the fields it lacks. */
class Reader {
  readonly problems: Problem[] = [];

  problem(path: readonly string[], message: string): void {
    this.problems.push({ code: "INVALID", path, message });
  }

  object(value: unknown, path: readonly string[]): JsonObject | undefined {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
    if (value !== undefined) this.problem(path, "must be an object");
    else this.missing(path);
  }

  list<T>(object: JsonObject | undefined, path: readonly string[], key: string, read: ReadItem<T>): T[] {
    const value = object?.[key];
    if (Array.isArray(value)) return value.map((item: unknown, i) => read(this, item, [...path, key, String(i)]));
    if (value !== undefined) this.problem([...path, key], "must be an array");
    return [];
  }

  /** @param most characters, as the database counts them */
  string(object: JsonObject | undefined, path: readonly string[], key: string, most = 250): string {
    const value = object?.[key];
    if (typeof value === "string" && value !== "" && [...value].length <= most) return value;
    if (value !== undefined) this.problem([...path, key], `must be a string of 1 to ${most} characters`);
    else if (object) this.missing([...path, key]);
    return "";
  }

  unique(items: readonly { readonly name: string }[], list: string): void {
    const seen = new Set<string>();
    for (const [i, { name }] of items.entries()) {
      if (name && seen.has(name)) this.problem([list, String(i), "name"], `is used twice: "${name}"`);
      seen.add(name);
    }
  }

  private missing(path: readonly string[]): void {
    this.problems.push({ code: "REQUIRED", path, message: "is required" });
  }
}
