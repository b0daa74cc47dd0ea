import fc from "fast-check";
import type { GraphNode, RecipeGraph, RecipeInput } from "../../src/domain/recipe/graph.js";
import { readRecipeDefinition } from "../../src/domain/recipe/recipeDefinition.js";

/** A job of a recipe definition, as the JSON has it. */
export interface JobJson {
  readonly name: string;
  readonly job_type: { readonly name: string; readonly version: string };
  readonly recipe_inputs: readonly { readonly recipe_input: string; readonly job_input: string }[];
  readonly dependencies: readonly {
    readonly name: string;
    readonly connections: readonly { readonly output: string; readonly input: string }[];
  }[];
}

/** A recipe definition, as the JSON has it. */
export interface DefinitionJson {
  readonly version: string;
  readonly input_data: readonly { readonly name: string; readonly type: RecipeInput["type"]; readonly required: boolean }[];
  readonly jobs: readonly JobJson[];
}

/** What is of interest about a job; its type is named after the job unless another is given. */
export interface JobSketch {
  readonly type?: string;
  readonly version?: string;
  /** Job input: recipe input. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Parent: job input: the parent's output. */
  readonly parents?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A job for a definition. */
export function job(name: string, { type = `${name}-type`, version = "1.0", inputs = {}, parents = {} }: JobSketch = {}): JobJson {
  return {
    name,
    job_type: { name: type, version },
    recipe_inputs: Object.entries(inputs).map(([job_input, recipe_input]) => ({ recipe_input, job_input })),
    dependencies: Object.entries(parents).map(([parent, connections]) => ({
      name: parent,
      connections: Object.entries(connections).map(([input, output]) => ({ output, input })),
    })),
  };
}

/** An input for a definition. */
export const input = (name: string, type: RecipeInput["type"] = "file", required = true) => ({ name, type, required });

/** A definition with the given jobs; it has every input that they use, as a required file, unless inputs are given. */
export function definition(jobs: readonly JobJson[], inputs?: DefinitionJson["input_data"]): DefinitionJson {
  const used = new Set(jobs.flatMap((one) => one.recipe_inputs.map(({ recipe_input }) => recipe_input)));
  return { version: "1.0", input_data: inputs ?? [...used].map((name) => input(name)), jobs };
}

/** The graph of a definition that is valid. */
export function graphOf(document: DefinitionJson): RecipeGraph {
  const { graph, problems } = readRecipeDefinition(document);
  if (!graph) throw new Error(`Not a valid definition: ${JSON.stringify(problems)}`);
  return graph;
}

/** The graph of the given jobs. */
export const graph = (...jobs: readonly JobJson[]): RecipeGraph => graphOf(definition(jobs));

/** A copy with other jobs' names, everywhere. */
export function renamed(document: DefinitionJson, rename: (name: string) => string): DefinitionJson {
  const dependency = (one: JobJson["dependencies"][number]) => ({ ...one, name: rename(one.name) });
  return {
    ...document,
    jobs: document.jobs.map((one) => ({ ...one, name: rename(one.name), dependencies: one.dependencies.map(dependency) })),
  };
}

/** A copy in which some jobs have another version of their type. */
export const withVersions = (document: DefinitionJson, some: readonly string[], version: string): DefinitionJson => ({
  ...document,
  jobs: document.jobs.map((one) => (some.includes(one.name) ? { ...one, job_type: { ...one.job_type, version } } : one)),
});

/** A copy with only the given jobs. */
export const onlyJobs = (document: DefinitionJson, names: ReadonlySet<string>): DefinitionJson => ({
  ...document,
  jobs: document.jobs.filter(({ name }) => names.has(name)),
});

/** The names of some jobs and of all that depend on them. */
export function withDescendants({ jobs }: DefinitionJson, names: Iterable<string>): Set<string> {
  const found = new Set(names);
  for (;;) {
    const more = jobs.filter((one) => !found.has(one.name) && one.dependencies.some((parent) => found.has(parent.name)));
    if (more.length === 0) return found;
    for (const { name } of more) found.add(name);
  }
}

/** The names of some jobs and of all that they depend on. */
export function withAncestors({ jobs }: DefinitionJson, names: Iterable<string>): Set<string> {
  const found = new Set(names);
  for (;;) {
    const parents = jobs.filter(({ name }) => found.has(name)).flatMap((one) => one.dependencies.map((parent) => parent.name));
    const before = found.size;
    for (const name of parents) found.add(name);
    if (found.size === before) return found;
  }
}

/**
 * What a job is, without its name: its job type, and what feeds it, down to the recipe's inputs. Jobs with equal keys are twins. This
 * defines "identical" by recursion, whereas `graphDelta` walks and matches.
 */
export function structuralKeys({ nodes }: RecipeGraph): Map<string, string> {
  const keys = new Map<string, string>();
  const keyOf = (node: GraphNode): string => {
    const parents = node.parents.map(({ name, connections }) => [
      keys.get(name) ?? "",
      connections.map(({ output, input }) => JSON.stringify([output, input])).sort(),
    ]);
    const recipeInputs = node.recipeInputs.map(({ recipeInput, jobInput }) => JSON.stringify([recipeInput, jobInput]));
    return JSON.stringify([node.jobType.name, node.jobType.version, recipeInputs.sort(), parents.map((one) => JSON.stringify(one)).sort()]);
  };
  for (const node of nodes.values()) keys.set(node.name, keyOf(node));
  return keys;
}

export const hasTwins = (document: DefinitionJson): boolean => {
  const keys = structuralKeys(graphOf(document));
  return new Set(keys.values()).size < keys.size;
};

const inputNames = ["scene", "mask", "threshold"] as const;
const inputs = [input("scene"), input("mask", "files", false), input("threshold", "property", false)];
const jobTypes = fc.record({ name: fc.constantFrom("ingest", "detect", "merge"), version: fc.constantFrom("1.0", "2.0") });

/** Few job types and inputs, so that twins and near twins are common. Parents are named by their position. */
const sketches = fc.record({
  jobType: jobTypes,
  recipeInputs: fc.subarray([...inputNames]),
  parents: fc.uniqueArray(fc.record({ position: fc.nat(8), outputs: fc.array(fc.constantFrom("image", "report"), { maxLength: 2 }) }), {
    maxLength: 3,
    selector: ({ position }) => position,
  }),
});

/** Any text of 1 to 12 characters, `__proto__` and quotes included. */
const names = fc.string({ minLength: 1, maxLength: 12 });

/** Valid definitions of 1 to 8 jobs, in any order. */
export const definitions: fc.Arbitrary<DefinitionJson> = fc
  .tuple(fc.array(sketches, { minLength: 1, maxLength: 8 }), fc.uniqueArray(names, { minLength: 8, maxLength: 8 }))
  .map(([jobs, jobNames]) => {
    const name = (position: number) => jobNames[position] as string;
    return jobs.map(
      ({ jobType, recipeInputs, parents }, position): JobJson => ({
        name: name(position),
        job_type: jobType,
        recipe_inputs: recipeInputs.map((recipeInput) => ({ recipe_input: recipeInput, job_input: `of-${recipeInput}` })),
        dependencies: parents
          .filter((parent) => parent.position < position)
          .map((parent, slot) => ({
            name: name(parent.position),
            connections: parent.outputs.map((output, k) => ({ output, input: `in-${slot}-${k}` })),
          })),
      }),
    );
  })
  .chain((jobs) => shuffled(definition(jobs, inputs)));

/** The same definition, its lists in another order. */
export const shuffled = (document: DefinitionJson): fc.Arbitrary<DefinitionJson> =>
  shuffle(document.jobs)
    .chain((jobs) => fc.tuple(...jobs.map(shuffledJob)))
    .map((jobs) => ({ ...document, jobs }));

const shuffledJob = (one: JobJson): fc.Arbitrary<JobJson> =>
  fc.record({
    name: fc.constant(one.name),
    job_type: fc.constant(one.job_type),
    recipe_inputs: shuffle(one.recipe_inputs),
    dependencies: shuffle(one.dependencies).chain((parents) =>
      fc.tuple(...parents.map(({ name, connections }) => fc.record({ name: fc.constant(name), connections: shuffle(connections) }))),
    ),
  });

const shuffle = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

/** A definition, and the names of some of its jobs. */
export const definitionsWithSome = (some: fc.Arbitrary<DefinitionJson> = definitions) =>
  some.chain((document) =>
    fc.record({
      document: fc.constant(document),
      some: fc.subarray(
        document.jobs.map(({ name }) => name),
        { minLength: 1 },
      ),
    }),
  );

/** Definitions in which no two jobs are the same but for their names. */
export const twinlessDefinitions = definitions.filter((document) => !hasTwins(document));

/** What can happen between two revisions: some jobs leave with their descendants, or change version; or it is all new. */
const edits = fc.constantFrom("drop", "change", "replace");

/** Two definitions that mostly have much in common; the second is in another order and may have other names. */
export const revisionPairs = (first: fc.Arbitrary<DefinitionJson> = definitions): fc.Arbitrary<{ a: DefinitionJson; b: DefinitionJson }> =>
  fc
    .record({ first: definitionsWithSome(first), edit: edits, replacement: definitions, isRenamed: fc.boolean() })
    .chain(({ first: { document: a, some }, edit, replacement, isRenamed }) => {
      const gone = withDescendants(a, some);
      const edited = {
        drop: { ...a, jobs: a.jobs.filter(({ name }) => !gone.has(name)) },
        change: withVersions(a, some, "3.0"),
        replace: replacement,
      }[edit];
      return shuffled(isRenamed ? renamed(edited, (name) => `new ${name}`) : edited).map((b) => ({ a, b }));
    });
