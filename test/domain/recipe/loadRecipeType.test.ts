import { describe, expect, it } from "vitest";
import { DomainError, type Problem } from "../../../src/domain/errors.js";
import type { Loaded } from "../../../src/domain/loaded.js";
import { loadRecipeType } from "../../../src/domain/recipe/loadRecipeType.js";
import { useDatabase } from "../../support/database.js";
import { type Json, jobTypeDocument, recipeTypeDocument } from "../../support/recipeTypeDocument.js";

const database = useDatabase();

const actions = (all: readonly Loaded[]) => all.map(({ name, action }) => `${name} ${action}`);

async function problemsOf(document: unknown): Promise<Problem[]> {
  const error = await loadRecipeType(database(), document).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw error;
  return [...error.problems];
}

const counts = async () => {
  const { prisma } = database();
  return Promise.all([
    prisma.jobType.count(),
    prisma.jobTypeRevision.count(),
    prisma.triggerRule.count(),
    prisma.recipeType.count(),
    prisma.recipeTypeRevision.count(),
  ]);
};

describe("A recipe type that is new", () => {
  it("is stored as revision 1 with its job types and its trigger rule, whatever ids and revisions the document has", async () => {
    const { all, recipeType, warnings } = await loadRecipeType(database(), recipeTypeDocument("new"));
    expect(actions(all)).toEqual([
      "parse 1.0 CREATED",
      "mask 1.0 CREATED",
      "ortho 1.0 CREATED",
      "publish 1.0 CREATED",
      "INGEST scenes CREATED",
      "new 1.0 CREATED",
    ]);
    expect(recipeType.revision).toEqual({ from: null, to: 1 });
    expect(warnings).toEqual([]);
    const { definition, title, description } = recipeTypeDocument();
    const include = { revisions: true, triggerRule: true };
    expect(await database().prisma.recipeType.findUnique({ where: { id: recipeType.id }, include })).toMatchObject({
      ...{ name: "new", version: "1.0", title, description, isActive: true, archived: null, revisionNum: 1, definition },
      revisions: [{ revisionNum: 1, definition }],
      triggerRule: { type: "INGEST", name: "scenes", isActive: true, configuration: { condition: { data_types: ["scene"] } } },
    });
  });

  it("brings every field of its job types along, and leaves the others at their defaults", async () => {
    const document = recipeTypeDocument("fields");
    document.job_types.push({ name: "bare", version: "2.0", job_type_interface: {} });
    await loadRecipeType(database(), document);
    const find = (name: string, version: string) =>
      database().prisma.jobType.findUnique({ where: { name_version: { name, version } }, include: { revisions: true } });
    expect(await find("parse", "1.0")).toMatchObject({
      ...{ title: "Title of parse", description: "Does its part", category: "test", authorName: "Ann", authorUrl: "http://example.com/" },
      ...{ iconCode: "f0ac", priority: 10, timeout: 60, maxTries: 2, cpusRequired: 0.1, memRequired: 64, diskOutConstRequired: 32 },
      ...{ isSystem: false, isActive: true, isOperational: true, isPaused: false, revisionNum: 1 },
      interface: jobTypeDocument("parse").job_type_interface,
      revisions: [{ revisionNum: 1, interface: jobTypeDocument("parse").job_type_interface }],
    });
    expect(await find("bare", "2.0")).toMatchObject({ title: null, priority: 100, timeout: 1800, maxTries: 3, memRequired: 64 });
  });

  it("may name a job type that only the database has", async () => {
    await loadRecipeType(database(), recipeTypeDocument("first"));
    const { all } = await loadRecipeType(database(), { ...recipeTypeDocument("second"), job_types: [], trigger_rule: null });
    expect(actions(all)).toEqual(["second 1.0 CREATED"]);
  });

  it("comes with a warning where several outputs feed one input", async () => {
    const document = recipeTypeDocument("warned");
    for (const { connections } of document.definition.jobs[3].dependencies) connections[0].input = "infile";
    const { warnings } = await loadRecipeType(database(), document);
    expect(warnings).toEqual(['job "publish": its input "infile" is fed by 2 outputs (mask.outfile, ortho.outfile)']);
  });
});

describe("A recipe type that is there", () => {
  it("stays as it is when the same document comes again, with the keys in another order", async () => {
    await loadRecipeType(database(), recipeTypeDocument("same"));
    const before = await counts();
    const stored = await database().prisma.recipeType.findFirst({ where: { name: "same" } });
    const { all } = await loadRecipeType(database(), reversed(recipeTypeDocument("same")));
    expect(new Set(all.map(({ action }) => action))).toEqual(new Set(["UNCHANGED"]));
    expect(await counts()).toEqual(before);
    expect(await database().prisma.recipeType.findFirst({ where: { name: "same" } })).toEqual(stored);
  });

  it("gets a new revision when its definition changed, and keeps the old one", async () => {
    const old = recipeTypeDocument("revised");
    await loadRecipeType(database(), old);
    const changed = recipeTypeDocument("revised");
    changed.definition.jobs.pop();
    const { recipeType } = await loadRecipeType(database(), changed);
    expect(recipeType).toMatchObject({ action: "UPDATED", changed: ["definition"], revision: { from: 1, to: 2 } });
    const include = { revisions: { orderBy: { revisionNum: "asc" as const } } };
    expect(await database().prisma.recipeType.findUnique({ where: { id: recipeType.id }, include })).toMatchObject({
      ...{ revisionNum: 2, definition: changed.definition },
      revisions: [
        { revisionNum: 1, definition: old.definition },
        { revisionNum: 2, definition: changed.definition },
      ],
    });
  });

  it("keeps its revision when only its title, its description or its activity changed", async () => {
    await loadRecipeType(database(), recipeTypeDocument("retitled"));
    const changed = { ...recipeTypeDocument("retitled"), title: null, description: "Other", is_active: false };
    const { recipeType } = await loadRecipeType(database(), changed);
    expect(recipeType).toMatchObject({ action: "UPDATED", changed: ["title", "description", "isActive"], revision: { from: 1, to: 1 } });
    expect(await database().prisma.recipeType.findUnique({ where: { id: recipeType.id } })).toMatchObject({
      ...{ title: null, description: "Other", isActive: false, archived: expect.any(Date), revisionNum: 1 },
    });
  });

  it("keeps what the document does not mention", async () => {
    await loadRecipeType(database(), recipeTypeDocument("terse"));
    const { name, version, definition } = recipeTypeDocument("terse");
    const { recipeType } = await loadRecipeType(database(), { name, version, definition });
    expect(recipeType.action).toBe("UNCHANGED");
  });

  it("shares a trigger rule of the same type and name, which is updated, and loses it when the document has none", async () => {
    await loadRecipeType(database(), recipeTypeDocument("rule-a"));
    const other = recipeTypeDocument("rule-b");
    other.trigger_rule.configuration = { condition: {} };
    expect(actions((await loadRecipeType(database(), other)).all)).toContain("INGEST scenes UPDATED");
    const rules = await database().prisma.triggerRule.findMany({ where: { name: "scenes" }, include: { recipeTypes: true } });
    expect(rules).toMatchObject([{ configuration: { condition: {} } }]);
    expect(rules[0]?.recipeTypes.map(({ name }) => name)).toEqual(expect.arrayContaining(["rule-a", "rule-b"]));
    const { recipeType } = await loadRecipeType(database(), { ...other, trigger_rule: null });
    expect(recipeType.changed).toEqual(["triggerRuleId"]);
    expect(await database().prisma.recipeType.findUnique({ where: { id: recipeType.id } })).toMatchObject({ triggerRuleId: null });
  });
});

describe("A job type that is there", () => {
  const load = (change: (jobType: Json) => void) => {
    const document = recipeTypeDocument("job-types");
    document.job_types[0].name = "revisable";
    document.definition.jobs[0].job_type.name = "revisable";
    change(document.job_types[0]);
    return loadRecipeType(database(), document);
  };

  it("gets a new revision when its interface changed, and only then", async () => {
    await load(() => {});
    const { all } = await load((jobType) => Object.assign(jobType, { title: "Other", priority: 5 }));
    expect(all[0]).toMatchObject({ action: "UPDATED", changed: ["title", "priority"], revision: { from: 1, to: 1 } });
    const changed = await load((jobType) =>
      Object.assign(jobType, { title: "Other", priority: 5, job_type_interface: { command: "./new" } }),
    );
    expect(changed.all[0]).toMatchObject({ action: "UPDATED", changed: ["interface"], revision: { from: 1, to: 2 } });
    expect(changed.recipeType.action).toBe("UNCHANGED");
    const where = { jobType: { name: "revisable" } };
    const revisions = await database().prisma.jobTypeRevision.findMany({ where, orderBy: { id: "asc" }, include: { jobType: true } });
    expect(revisions.map(({ revisionNum, interface: of }) => [revisionNum, (of as Json).command])).toEqual([
      [1, "./run"],
      [2, "./new"],
    ]);
    expect(revisions[0]?.jobType).toMatchObject({ revisionNum: 2, interface: { command: "./new" }, title: "Other", priority: 5 });
  });

  it("stays paused when the document does not say whether it is", async () => {
    await load(() => {});
    await database().prisma.jobType.updateMany({ where: { name: "revisable" }, data: { isPaused: true } });
    await load((jobType) => Object.assign(jobType, { title: "Yet another" }));
    expect(await database().prisma.jobType.findFirst({ where: { name: "revisable" } })).toMatchObject({ isPaused: true });
    await load((jobType) => Object.assign(jobType, { is_paused: false }));
    expect(await database().prisma.jobType.findFirst({ where: { name: "revisable" } })).toMatchObject({ isPaused: false, paused: null });
  });
});

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
    const before = await counts();
    const problems = await problemsOf(change(recipeTypeDocument("wrong")));
    expect(problems.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(expected);
    expect(await counts()).toEqual(before);
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

it("Two that load the same document at once make it once", async () => {
  const document = recipeTypeDocument("race");
  document.trigger_rule.name = "race";
  const results = await Promise.all([1, 2, 3, 4].map(() => loadRecipeType(database(), document)));
  expect(results.map(({ recipeType }) => recipeType.action).sort()).toEqual(["CREATED", "UNCHANGED", "UNCHANGED", "UNCHANGED"]);
  expect(await database().prisma.triggerRule.count({ where: { name: "race" } })).toBe(1);
});

/** Changes a part of a document and returns the document. */
function set(document: Json, part: Json, change: object): Json {
  Object.assign(part, change);
  return document;
}

/** The same value with the keys of every object turned round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
