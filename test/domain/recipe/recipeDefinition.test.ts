import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecipeGraph } from "../../../src/domain/recipe/graph.js";
import { readRecipeDefinition } from "../../../src/domain/recipe/recipeDefinition.js";
import { definition, definitions, definitionsWithSome, job, withAncestors, withDescendants } from "../../support/graphs.js";

/** `["jobs.0.name: is required", …]` */
const problemsOf = (document: unknown): string[] =>
  readRecipeDefinition(document).problems.map(({ path, message }) => `${path.join(".")}: ${message}`);

const ingest = job("ingest", { inputs: { file: "scene" } });
const detect = job("detect", { parents: { ingest: { image: "tiles" } } });
const scene = { name: "scene", type: "file" };

describe("a recipe definition", () => {
  it("is read into its inputs and its jobs", () => {
    const merge = job("merge", {
      type: "mosaic",
      version: "2.1",
      inputs: { frame: "area" },
      parents: { ingest: { a: "tiles" }, detect: {} },
    });
    const inputs = [
      { name: "scene", type: "files", required: true },
      { name: "area", type: "property", required: false },
    ] as const;
    const { problems, warnings, graph: read } = readRecipeDefinition(definition([ingest, detect, merge], inputs));
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect([...(read as RecipeGraph).inputs]).toEqual(inputs.map((one) => [one.name, one]));
    expect([...(read as RecipeGraph).nodes.keys()]).toEqual(["ingest", "detect", "merge"]);
    expect(read?.nodes.get("merge")).toEqual({
      name: "merge",
      jobType: { name: "mosaic", version: "2.1" },
      recipeInputs: [{ recipeInput: "area", jobInput: "frame" }],
      parents: [
        { name: "ingest", connections: [{ output: "tiles", input: "a" }] },
        { name: "detect", connections: [] },
      ],
    });
  });

  it("is read as it stands, whatever its names are", () => {
    fc.assert(
      fc.property(definitions, (document) => {
        const { inputs, nodes } = readRecipeDefinition(document).graph as RecipeGraph;
        expect([...inputs.values()]).toEqual(document.input_data);
        for (const { name, job_type, recipe_inputs, dependencies } of document.jobs) {
          const recipeInputs = recipe_inputs.map(({ recipe_input, job_input }) => ({ recipeInput: recipe_input, jobInput: job_input }));
          expect(nodes.get(name)).toEqual({ name, jobType: job_type, recipeInputs, parents: dependencies });
        }
      }),
    );
  });

  it("may leave out all that has a default: an input is required, a list is empty", () => {
    const jobs = [
      { name: "ingest", job_type: { name: "ingest", version: "1" } },
      { name: "detect", job_type: { name: "detect", version: "1" }, dependencies: [{ name: "ingest" }] },
    ];
    const { graph: read, problems } = readRecipeDefinition({ input_data: [scene], jobs });
    expect(problems).toEqual([]);
    expect(read?.inputs.get("scene")).toEqual({ ...scene, required: true });
    expect(read?.nodes.get("ingest")).toMatchObject({ recipeInputs: [], parents: [] });
    expect(read?.nodes.get("detect")?.parents).toEqual([{ name: "ingest", connections: [] }]);
  });

  it("may have keys that don't matter to the graph", () => {
    const input_data = [{ ...scene, media_types: ["image/tiff"], title: 1 }];
    expect(problemsOf({ input_data, jobs: [{ ...ingest, note: null }], author: {} })).toEqual([]);
  });

  it("may feed many inputs from one recipe input or one output", () => {
    const both = job("both", { inputs: { a: "scene", b: "scene" }, parents: { ingest: { c: "tiles", d: "tiles" } } });
    expect(problemsOf(definition([ingest, both]))).toEqual([]);
  });

  it("counts the length of a name in characters, as the database does", () => {
    expect(problemsOf(definition([job("😀".repeat(100), { type: "t" })]))).toEqual([]);
    expect(problemsOf(definition([job("x".repeat(101), { type: "t" })]))).toEqual(["jobs.0.name: must be a string of 1 to 100 characters"]);
  });
});

describe("a recipe definition is refused", () => {
  const withJob = (change: object) => ({ input_data: [scene], jobs: [ingest, { ...detect, ...change }] });
  const withInput = (change: object) => ({ input_data: [{ ...scene, ...change }], jobs: [] });
  const withDependency = (change: object) => withJob({ dependencies: [{ ...detect.dependencies[0], ...change }] });
  const name250 = "must be a string of 1 to 250 characters";

  it.each<[string, unknown, string[]]>([
    ["it is missing", undefined, [": is required"]],
    ["it is null", null, [": must be an object"]],
    ["it is a list", [], [": must be an object"]],
    ["it is a text", "{}", [": must be an object"]],
    ["its version is another", { version: "2.0" }, ['version: must be "1.0"']],
    ["its version is a number", { version: 1 }, ['version: must be "1.0"']],

    ["its inputs are no list", { input_data: {} }, ["input_data: must be an array"]],
    ["its inputs are null", { input_data: null }, ["input_data: must be an array"]],
    ["an input is no object", { input_data: [scene, "scene"] }, ["input_data.1: must be an object"]],
    ["an input has nothing", { input_data: [{}] }, ["input_data.0.type: is required", "input_data.0.name: is required"]],
    ["an input's name is empty", withInput({ name: "" }), [`input_data.0.name: ${name250}`]],
    ["an input's name is too long", withInput({ name: "x".repeat(251) }), [`input_data.0.name: ${name250}`]],
    ["an input's type is unknown", withInput({ type: "folder" }), ["input_data.0.type: must be one of property, file, files"]],
    ["an input is required or not in words", withInput({ required: "no" }), ["input_data.0.required: must be true or false"]],
    ["an input is required or not: null", withInput({ required: null }), ["input_data.0.required: must be true or false"]],
    ["two inputs share a name", { input_data: [scene, { ...scene, type: "property" }] }, ['input_data.1.name: is used twice: "scene"']],

    ["its jobs are no list", { jobs: "ingest" }, ["jobs: must be an array"]],
    ["a job is no object", { jobs: [null] }, ["jobs.0: must be an object"]],
    ["a job has nothing", { jobs: [{}] }, ["jobs.0.job_type: is required", "jobs.0.name: is required"]],
    ["a job's name is a number", withJob({ name: 7 }), ["jobs.1.name: must be a string of 1 to 100 characters"]],
    ["a job's type is a name", withJob({ job_type: "detect" }), ["jobs.1.job_type: must be an object"]],
    ["a job's type has nothing", withJob({ job_type: {} }), ["jobs.1.job_type.name: is required", "jobs.1.job_type.version: is required"]],
    ["a job type's version is a number", withJob({ job_type: { name: "a", version: 1 } }), [`jobs.1.job_type.version: ${name250}`]],
    [
      "two jobs share a name",
      { jobs: [detect, ingest, ingest].map(({ name, job_type }) => ({ name, job_type })) },
      ['jobs.2.name: is used twice: "ingest"'],
    ],

    ["recipe inputs are no list", withJob({ recipe_inputs: { image: "scene" } }), ["jobs.1.recipe_inputs: must be an array"]],
    ["a recipe input is no object", withJob({ recipe_inputs: ["scene"] }), ["jobs.1.recipe_inputs.0: must be an object"]],
    [
      "a recipe input connects nothing",
      withJob({ recipe_inputs: [{}] }),
      ["jobs.1.recipe_inputs.0.recipe_input: is required", "jobs.1.recipe_inputs.0.job_input: is required"],
    ],
    [
      "a recipe input is unknown",
      withJob({ recipe_inputs: [{ recipe_input: "seen", job_input: "mask" }] }),
      ['jobs.1.recipe_inputs.0.recipe_input: names no input of the recipe: "seen"'],
    ],

    ["dependencies are no list", withJob({ dependencies: "ingest" }), ["jobs.1.dependencies: must be an array"]],
    ["a dependency is a name", withJob({ dependencies: ["ingest"] }), ["jobs.1.dependencies.0: must be an object"]],
    ["a dependency names no job", withDependency({ name: "digest" }), ['jobs.1.dependencies.0.name: names no job of the recipe: "digest"']],
    [
      "a dependency names a job a second time",
      withJob({ dependencies: [...detect.dependencies, { name: "ingest" }] }),
      ['jobs.1.dependencies.1.name: names the job "ingest" a second time'],
    ],
    [
      "two dependencies have no name",
      withJob({ dependencies: [{}, {}] }),
      ["jobs.1.dependencies.0.name: is required", "jobs.1.dependencies.1.name: is required"],
    ],
    ["connections are no list", withDependency({ connections: {} }), ["jobs.1.dependencies.0.connections: must be an array"]],
    ["a connection is no object", withDependency({ connections: [1] }), ["jobs.1.dependencies.0.connections.0: must be an object"]],
    [
      "connections connect nothing",
      withDependency({ connections: [{ output: "tiles" }, {}] }),
      ["0.input", "1.output", "1.input"].map((field) => `jobs.1.dependencies.0.connections.${field}: is required`),
    ],
  ])("where %s", (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
    expect(readRecipeDefinition(document).graph).toBeNull();
  });

  it("with everything that is wrong with it at once", () => {
    const document = {
      version: "3",
      input_data: [{ type: "file" }],
      jobs: [
        { ...ingest, job_type: 1 },
        { ...detect, name: "" },
      ],
    };
    expect(problemsOf(document)).toEqual([
      'version: must be "1.0"',
      "input_data.0.name: is required",
      "jobs.0.job_type: must be an object",
      "jobs.1.name: must be a string of 1 to 100 characters",
      'jobs.0.recipe_inputs.0.recipe_input: names no input of the recipe: "scene"',
    ]);
  });

  it("with codes that tell what is missing from what is wrong", () => {
    const { problems } = readRecipeDefinition({ input_data: [{ name: "scene" }], jobs: [{ ...ingest, job_type: [] }, {}] });
    expect(problems.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([
      "input_data.0.type REQUIRED",
      "jobs.0.job_type INVALID",
      "jobs.1.job_type REQUIRED",
      "jobs.1.name REQUIRED",
    ]);
  });
});

describe("jobs that depend on each other in a circle", () => {
  const behind = (name: string, ...parents: string[]) => job(name, { parents: Object.fromEntries(parents.map((parent) => [parent, {}])) });
  const circle = (names: string) => [`jobs: must not depend on each other in a circle: ${names}`];

  it("are refused, be it one, two or three", () => {
    expect(problemsOf(definition([behind("a", "a")]))).toEqual(circle("a"));
    expect(problemsOf(definition([behind("a", "b"), behind("b", "a")]))).toEqual(circle("a, b"));
    expect(problemsOf(definition([behind("c", "b"), behind("a", "c"), behind("b", "a")]))).toEqual(circle("c, a, b"));
  });

  it("are named without those before and behind the circle", () => {
    const jobs = [behind("first"), behind("a", "first", "b"), behind("b", "a"), behind("behind", "b"), behind("last", "behind")];
    expect(problemsOf(definition(jobs))).toEqual(circle("a, b"));
  });

  it("are found in any graph, and named exactly", () => {
    const circles = definitionsWithSome().chain(({ document, some }) => {
      const [from] = some as [string];
      return fc.record({
        document: fc.constant(document),
        from: fc.constant(from),
        to: fc.constantFrom(...withDescendants(document, [from])),
      });
    });
    fc.assert(
      fc.property(circles, ({ document, from, to }) => {
        const [descendants, ancestors] = [withDescendants(document, [from]), withAncestors(document, [to])];
        const names = document.jobs.map(({ name }) => name).filter((name) => descendants.has(name) && ancestors.has(name));
        const back = { name: to, connections: [] };
        const jobs = document.jobs.map((one) => (one.name === from ? { ...one, dependencies: [...one.dependencies, back] } : one));
        expect(problemsOf({ ...document, jobs })).toEqual(circle(names.join(", ")));
      }),
    );
  });
});

describe("a job input is fed once", () => {
  const input = (job_input: string) => ({ recipe_input: "scene", job_input });
  const fed = (change: object) => definition([ingest, { ...detect, ...change }]);
  const twice = (at: string, name = "image") => [`jobs.1.${at}: feeds the input "${name}" of job "detect" a second time`];

  it("so two recipe inputs for it are refused", () => {
    expect(problemsOf(fed({ recipe_inputs: [input("mask"), input("mask")] }))).toEqual(twice("recipe_inputs.1", "mask"));
  });

  it("so a recipe input and an output for it are refused", () => {
    expect(problemsOf(fed({ recipe_inputs: [input("image")] }))).toEqual(twice("dependencies.0.connections.0"));
  });

  it("so two outputs of one parent for it are refused", () => {
    const connections = ["tiles", "more", "tiles"].map((output) => ({ output, input: "image" }));
    expect(problemsOf(fed({ dependencies: [{ name: "ingest", connections }] }))).toEqual([
      ...twice("dependencies.0.connections.1"),
      ...twice("dependencies.0.connections.2"),
    ]);
  });

  it("but outputs of several parents for it are taken with a warning, because definitions that run today have them", () => {
    const merge = job("merge", {
      parents: { ingest: { files: "tiles", area: "bounds" }, mask: { files: "mask" }, detect: { files: "found" } },
    });
    const { graph: read, problems, warnings } = readRecipeDefinition(definition([merge, job("mask"), ingest, detect]));
    expect(problems).toEqual([]);
    expect(warnings).toEqual(['job "merge": its input "files" is fed by 3 outputs (ingest.tiles, mask.mask, detect.found)']);
    expect(read?.nodes.get("merge")?.parents).toHaveLength(3);
  });

  it("but inputs of two jobs may share a name", () => {
    expect(problemsOf(definition([ingest, { ...detect, recipe_inputs: [input("file")] }]))).toEqual([]);
  });
});

describe("garbage", () => {
  /** Either a graph or problems, and each problem leads to a field of something that is there. */
  function expectVerdict(document: unknown): void {
    const { graph: read, problems } = readRecipeDefinition(document);
    expect(read === null).toBe(problems.length > 0);
    for (const { path } of problems) {
      let holder = document;
      for (const key of path.slice(0, -1)) holder = (holder as Record<string, unknown>)[key];
      if (path.length > 0) expect(holder).toBeTypeOf("object");
    }
  }

  it("of any kind is refused without throwing", () => {
    fc.assert(fc.property(fc.anything(), expectVerdict));
    fc.assert(fc.property(fc.jsonValue(), expectVerdict));
  });

  it("in the place of the lists is refused without throwing", () => {
    const lists = fc.array(
      fc.oneof(fc.anything(), fc.record({ name: fc.anything(), job_type: fc.anything(), dependencies: fc.anything() })),
    );
    fc.assert(fc.property(fc.record({ input_data: lists, jobs: lists }, { requiredKeys: [] }), expectVerdict));
  });

  it("anywhere in a good definition never throws, and is blamed where it stands", () => {
    const spoilt = fc.tuple(definitions, fc.jsonValue(), fc.nat()).map(([document, garbage, position]) => {
      const places: [Record<string, unknown>, string][] = [];
      const copy: unknown = JSON.parse(JSON.stringify(document), function (this: Record<string, unknown>, key, value: unknown) {
        if (key !== "") places.push([this, key]);
        return value;
      });
      const [holder, key] = places[position % places.length] as [Record<string, unknown>, string];
      holder[key] = garbage;
      return copy;
    });
    fc.assert(fc.property(spoilt, expectVerdict), { numRuns: 500 });
  });
});
