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
  if (root.version !== undefined && root.version !== "1.0") reader.problem(["version"], 'must be "1.0"');
  const inputs = reader.list(root.input_data, ["input_data"]).map((item, i) => readInput(reader, item, ["input_data", String(i)]));
  const nodes = reader.list(root.jobs, ["jobs"]).map((item, i) => readNode(reader, item, ["jobs", String(i)]));

  reader.unique(inputs, "input_data");
  reader.unique(nodes, "jobs");
  checkReferences(reader, inputs, nodes);
  const { ordered, cyclic } = topologicalOrder(nodes);
  const knowsParents = reader.problems.length === 0;
  if (knowsParents && cyclic.length > 0) {
    reader.problem(["jobs"], `must not depend on each other in a circle: ${cyclic.map((node) => node.name).join(", ")}`);
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

function readInput(reader: Reader, item: unknown, path: string[]): RecipeInput {
  const input = reader.object(item, path);
  const type = reader.string(input.type, [...path, "type"]);
  if (type && !inputTypes.includes(type)) reader.problem([...path, "type"], `must be one of ${inputTypes.join(", ")}`);
  if (input.required !== undefined && typeof input.required !== "boolean") reader.problem([...path, "required"], "must be true or false");
  return {
    name: reader.string(input.name, [...path, "name"]),
    type: type as RecipeInput["type"],
    required: input.required !== false,
  };
}

function readNode(reader: Reader, item: unknown, path: string[]): GraphNode {
  const node = reader.object(item, path);
  const jobType = reader.object(node.job_type, [...path, "job_type"]);
  return {
    name: reader.string(node.name, [...path, "name"], 100),
    jobType: {
      name: reader.string(jobType.name, [...path, "job_type", "name"]),
      version: reader.string(jobType.version, [...path, "job_type", "version"]),
    },
    recipeInputs: reader.list(node.recipe_inputs, [...path, "recipe_inputs"]).map((entry, i) => {
      const at = [...path, "recipe_inputs", String(i)];
      const connection = reader.object(entry, at);
      return {
        recipeInput: reader.string(connection.recipe_input, [...at, "recipe_input"]),
        jobInput: reader.string(connection.job_input, [...at, "job_input"]),
      };
    }),
    parents: reader
      .list(node.dependencies, [...path, "dependencies"])
      .map((entry, i) => readDependency(reader, entry, [...path, "dependencies", String(i)])),
  };
}

function readDependency(reader: Reader, item: unknown, path: string[]): Dependency {
  const dependency = reader.object(item, path);
  return {
    name: reader.string(dependency.name, [...path, "name"]),
    connections: reader.list(dependency.connections, [...path, "connections"]).map((entry, i) => {
      const at = [...path, "connections", String(i)];
      const connection = reader.object(entry, at);
      return { output: reader.string(connection.output, [...at, "output"]), input: reader.string(connection.input, [...at, "input"]) };
    }),
  };
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
      if (parents.has(parent.name)) reader.problem([...at, "name"], `names the job "${parent.name}" a second time`);
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

/** Reads untrusted JSON and keeps what is wrong with it. */
class Reader {
  readonly problems: Problem[] = [];

  problem(path: readonly string[], message: string): void {
    this.problems.push({ code: "INVALID", path, message });
  }

  object(value: unknown, path: readonly string[]): Record<string, unknown> {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.problem(path, "must be an object");
    return {};
  }

  list(value: unknown, path: readonly string[]): unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.problem(path, "must be an array");
    return [];
  }

  string(value: unknown, path: readonly string[], most = 250): string {
    if (typeof value === "string" && value !== "" && value.length <= most) return value;
    if (value !== undefined) this.problem(path, `must be a string of 1 to ${most} characters`);
    else this.problems.push({ code: "REQUIRED", path, message: "is required" });
    return "";
  }

  unique(items: readonly { readonly name: string }[], list: string): void {
    const seen = new Set<string>();
    for (const [i, { name }] of items.entries()) {
      if (name && seen.has(name)) this.problem([list, String(i), "name"], `is used twice: "${name}"`);
      seen.add(name);
    }
  }
}
