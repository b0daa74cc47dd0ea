import type { Problem } from "../errors.js";
import { FieldReader } from "../fieldReader.js";
import { type Dependency, type GraphNode, type RecipeGraph, type RecipeInput, topologicalOrder } from "./graph.js";

type Report = (path: readonly string[], message: string) => void;

const inputTypes: readonly string[] = ["property", "file", "files"] satisfies RecipeInput["type"][];

/**
 * Reads a recipe definition, version 1.0, as Scale documents it:
 * `{version, input_data: [{name, type, required, media_types}], jobs: [{name, job_type: {name, version},
 * recipe_inputs: [{recipe_input, job_input}], dependencies: [{name, connections: [{output, input}]}]}]}`.
 *
 * A job input is fed once, by a recipe input or by one output. There is one exception, because definitions that run today have it: outputs
 * of several parents may feed the same input. That is accepted with a warning.
 * @returns the graph, or what is wrong; and what is odd but works
 */
export function readRecipeDefinition(document: unknown) {
  const problems: Problem[] = [];
  const problem: Report = (path, message) => problems.push({ code: "INVALID", path, message });
  const root = new FieldReader(document, [], problems, { nullIsAbsent: false });
  const version = root.value("version");
  if (version !== undefined && version !== "1.0") problem(["version"], 'must be "1.0"');
  const inputs = root.items("input_data", readInput);
  const nodes = root.items("jobs", readNode);

  refuseTwins(inputs, "input_data", problem);
  refuseTwins(nodes, "jobs", problem);
  checkReferences(problem, inputs, nodes);
  const { ordered, cyclic } = topologicalOrder(nodes);
  const knowsParents = problems.length === 0;
  if (knowsParents && cyclic.length > 0) {
    const names = withoutBystanders(cyclic).map((node) => node.name);
    problem(["jobs"], `must not depend on each other in a circle: ${names.join(", ")}`);
  }
  if (problems.length > 0) return { graph: null, problems, warnings: [] };
  const graph: RecipeGraph = {
    inputs: new Map(inputs.map((input) => [input.name, input])),
    nodes: new Map(ordered.map((node) => [node.name, node])),
  };
  return { graph, problems, warnings: ordered.flatMap(sharedInputs) };
}

/** The most characters of names that only the definition has: those of inputs, outputs and job types. */
const maxName = 250;
/** The most characters of a job's name. It is the limit of the column. */
const maxJobName = 100;

function readInput(input: FieldReader): RecipeInput {
  const type = input.name("type", maxName);
  if (type && !inputTypes.includes(type)) input.invalid("type", `must be one of ${inputTypes.join(", ")}`);
  const required = input.flag("required") !== false;
  return { name: input.name("name", maxName), type: type as RecipeInput["type"], required };
}

function readNode(node: FieldReader): GraphNode {
  const jobType = node.requiredWithin("job_type");
  return {
    name: node.name("name", maxJobName),
    jobType: { name: jobType.name("name", maxName), version: jobType.name("version", maxName) },
    recipeInputs: node.items("recipe_inputs", (connection) => ({
      recipeInput: connection.name("recipe_input", maxName),
      jobInput: connection.name("job_input", maxName),
    })),
    parents: node.items("dependencies", readDependency),
  };
}

const readDependency = (dependency: FieldReader): Dependency => ({
  name: dependency.name("name", maxName),
  connections: dependency.items("connections", (connection) => ({
    output: connection.name("output", maxName),
    input: connection.name("input", maxName),
  })),
});

/** Reports names that are used twice. */
function refuseTwins(items: readonly { readonly name: string }[], list: string, problem: Report): void {
  const seen = new Set<string>();
  for (const [i, { name }] of items.entries()) {
    if (name && seen.has(name)) problem([list, String(i), "name"], `is used twice: "${name}"`);
    seen.add(name);
  }
}

/** Leaves out the nodes that only stand behind a circle. None of the others depends on them. */
function withoutBystanders(cyclic: readonly GraphNode[]): readonly GraphNode[] {
  for (let left = cyclic; ; ) {
    const needed = new Set(left.flatMap((node) => node.parents.map((parent) => parent.name)));
    const circle = left.filter((node) => needed.has(node.name));
    if (circle.length === left.length) return circle;
    left = circle;
  }
}

/** Reports names that lead nowhere, and job inputs that are fed twice. */
function checkReferences(problem: Report, inputs: readonly RecipeInput[], nodes: readonly GraphNode[]): void {
  const inputNames = new Set(inputs.map((input) => input.name));
  const nodeNames = new Set(nodes.map((node) => node.name));
  for (const [i, node] of nodes.entries()) {
    const path = ["jobs", String(i)];
    const fed = new Set<string>();
    const feed = (input: string, at: string[]) => {
      if (input && fed.has(input)) problem(at, `feeds the input "${input}" of job "${node.name}" a second time`);
      fed.add(input);
    };
    for (const [k, { recipeInput, jobInput }] of node.recipeInputs.entries()) {
      const at = [...path, "recipe_inputs", String(k)];
      if (recipeInput && !inputNames.has(recipeInput)) problem([...at, "recipe_input"], `names no input of the recipe: "${recipeInput}"`);
      feed(jobInput, at);
    }
    const parents = new Set<string>();
    const fedByRecipe = new Set(fed);
    for (const [k, parent] of node.parents.entries()) {
      const at = [...path, "dependencies", String(k)];
      if (parent.name && !nodeNames.has(parent.name)) problem([...at, "name"], `names no job of the recipe: "${parent.name}"`);
      if (parent.name && parents.has(parent.name)) problem([...at, "name"], `names the job "${parent.name}" a second time`);
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
