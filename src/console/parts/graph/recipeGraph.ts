/** A job of a recipe type's graph. */
export interface GraphJob {
  readonly name: string;
  readonly jobType: { readonly name: string; readonly version: string };
  /** What feeds it, in words that are equal where the connections are: `scene → input`, `parse.image → input`. */
  readonly feeds: readonly string[];
  /** The names of the jobs that it depends on. */
  readonly parents: readonly string[];
}

/** What a recipe definition, version 1.0, says of its jobs; the gateway has checked it before it was kept. */
interface Definition {
  readonly jobs?: readonly {
    readonly name: string;
    readonly job_type: { readonly name: string; readonly version: string };
    readonly recipe_inputs?: readonly { readonly recipe_input: string; readonly job_input: string }[];
    readonly dependencies?: readonly {
      readonly name: string;
      readonly connections?: readonly { readonly output: string; readonly input: string }[];
    }[];
  }[];
}

/** Reads the graph of jobs from a recipe definition. */
export const readRecipeGraph = (definition: object): readonly GraphJob[] =>
  ((definition as Definition).jobs ?? []).map(({ name, job_type, recipe_inputs = [], dependencies = [] }) => ({
    name,
    jobType: { name: job_type.name, version: job_type.version },
    parents: dependencies.map((dependency) => dependency.name),
    feeds: [
      ...recipe_inputs.map(({ recipe_input, job_input }) => `${recipe_input} → ${job_input}`),
      ...dependencies.flatMap(({ name: parent, connections = [] }) =>
        connections.map(({ output, input }) => `${parent}.${output} → ${input}`),
      ),
    ],
  }));
