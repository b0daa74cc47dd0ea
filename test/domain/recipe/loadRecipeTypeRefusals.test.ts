import { describe, expect, it } from "vitest";
import { DomainError, type Problem } from "../../../src/domain/errors.js";
import { loadRecipeType } from "../../../src/domain/recipe/loadRecipeType.js";
import { useDatabase } from "../../support/database.js";
import { type Json, jobTypeDocument, recipeTypeDocument } from "../../support/recipeTypeDocument.js";
import { recipeTypeCounts } from "../../support/rowCounts.js";

const database = useDatabase();

async function problemsOf(document: unknown): Promise<Problem[]> {
  const error = await loadRecipeType(database(), document).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw error;
  return [...error.problems];
}

describe("A document that is wrong", () => {
  const long = "x".repeat(51);
  const cases: [string, (document: Json) => unknown, string[]][] = [
    ["is no object", () => [], [": must be an object"]],
    ["is null", () => null, [": must be an object"]],
    ["lacks what is required", () => ({}), ["definition: is required", "name: is required", "version: is required"]],
    ["has an over-long name", (d) => ({ ...d, name: long }), ["name: must be a string of 1 to 50 characters"]],
    ["has an empty version", (d) => ({ ...d, version: "" }), ["version: must be a string of 1 to 50 characters"]],
    ["has a number for a name", (d) => ({ ...d, name: 5 }), ["name: must be a string of 1 to 50 characters"]],
    ["has an over-long title", (d) => ({ ...d, title: long }), ["title: must be a string of at most 50 characters"]],
    [
      "has an over-long description",
      (d) => ({ ...d, description: "x".repeat(501) }),
      ["description: must be a string of at most 500 characters"],
    ],
    ["has a text for a flag", (d) => ({ ...d, is_active: "yes" }), ["is_active: must be true or false"]],
    ["has a null definition", (d) => ({ ...d, definition: null }), ["definition: must be an object"]],
    ["has job types that are no list", (d) => ({ ...d, definition: {}, job_types: {} }), ["job_types: must be an array"]],
    ["has a job type that is no object", (d) => ({ ...d, definition: {}, job_types: [5] }), ["job_types.0: must be an object"]],
    ["has a trigger rule that is no object", (d) => ({ ...d, trigger_rule: "INGEST" }), ["trigger_rule: must be an object"]],
    [
      "has an over-long trigger rule",
      (d) => set(d, d.trigger_rule, { name: long }),
      ["trigger_rule.name: must be a string of 1 to 50 characters"],
    ],
    ["has a trigger rule without a type", (d) => set(d, d.trigger_rule, { type: undefined }), ["trigger_rule.type: is required"]],
    ["has a wrong configuration", (d) => set(d, d.trigger_rule, { configuration: [] }), ["trigger_rule.configuration: must be an object"]],
    [
      "has wrong fields in a job type",
      (d) =>
        set(d, d.job_types[1], {
          version: long,
          author_name: long,
          icon_code: "x".repeat(21),
          timeout: 1.5,
          mem_required: "64",
          priority: 2 ** 31,
        }),
      [
        "job_types.1.version: must be a string of 1 to 50 characters",
        "job_types.1.author_name: must be a string of at most 50 characters",
        "job_types.1.icon_code: must be a string of at most 20 characters",
        "job_types.1.priority: must be an integer from 0 to 2147483647",
        "job_types.1.timeout: must be an integer from 0 to 2147483647",
        "job_types.1.mem_required: must be a number of at least 0",
      ],
    ],
    [
      "lacks an interface",
      (d) => set(d, d.job_types[2], { job_type_interface: undefined }),
      ["job_types.2.job_type_interface: is required"],
    ],
    [
      "describes a job type twice",
      (d) => ({ ...d, job_types: [...d.job_types, d.job_types[0]] }),
      ['job_types.4: is described twice: "parse" 1.0'],
    ],
    [
      "describes the gateway's own job type",
      (d) => ({ ...d, job_types: [...d.job_types, jobTypeDocument("scale-batch-creator")] }),
      ["job_types.4: is the gateway's own job type, which can't be loaded"],
    ],
    [
      "names a parent that is no job",
      (d) => set(d, d.definition.jobs[2].dependencies[0], { name: "x" }),
      ['definition.jobs.2.dependencies.0.name: names no job of the recipe: "x"'],
    ],
    [
      "goes round in a circle",
      (d) => set(d, d.definition.jobs[0], { dependencies: [{ name: "publish", connections: [] }] }),
      ["definition.jobs: must not depend on each other in a circle: parse, mask, ortho, publish"],
    ],
    [
      "uses job types that nobody knows",
      (d) => set(d, d.definition.jobs[3].job_type, { version: "9.9" }),
      ['definition.jobs.3.job_type: is neither in the document nor in the database: "publish" 9.9'],
    ],
    [
      "has the character NUL",
      (d) => set(d, d.job_types[0], { description: "a\u0000" }),
      ["job_types.0.description: has a character that the database can't store"],
    ],
    [
      "has half a surrogate pair",
      (d) => set(d, d.trigger_rule, { configuration: { a: ["\ud83d"] } }),
      ["trigger_rule.configuration.a.0: has a character that the database can't store"],
    ],
    [
      "has such a character in a name",
      (d) => ({ ...d, extra: { "\u0000": 1 } }),
      ["extra: has a name with a character that the database can't store"],
    ],
  ];

  it.each(cases)("because it %s is refused with the field, and nothing of it stays", async (_, change, expected) => {
    const before = await recipeTypeCounts(database());
    const problems = await problemsOf(change(recipeTypeDocument("wrong")));
    expect(problems.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(expected);
    expect(await recipeTypeCounts(database())).toEqual(before);
  });

  it("is refused with everything that is wrong with it at once", async () => {
    const document = set(recipeTypeDocument("wrong"), recipeTypeDocument("wrong"), {});
    Object.assign(document, { title: long, is_active: 1 });
    document.job_types[0].title = long;
    document.definition.jobs[0].recipe_inputs[0].recipe_input = "x";
    const paths = (await problemsOf(document)).map(({ path }) => path.join("."));
    expect(paths.sort()).toEqual(["definition.jobs.0.recipe_inputs.0.recipe_input", "is_active", "job_types.0.title", "title"]);
  });

  it("because it is nested a hundred thousand deep is refused like any other", async () => {
    const document = JSON.parse(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    expect((await problemsOf(document))[0]?.message).toBe("is nested too deep");
  });
});

/** Changes a part of a document and returns the document. */
function set(document: Json, part: Json, change: object): Json {
  Object.assign(part, change);
  return document;
}
