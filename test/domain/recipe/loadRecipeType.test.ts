import { describe, expect, it } from "vitest";
import type { Loaded } from "../../../src/domain/loaded.js";
import { loadRecipeType } from "../../../src/domain/recipe/loadRecipeType.js";
import { useDatabase } from "../../support/database.js";
import { type Json, jobTypeDocument, recipeTypeDocument } from "../../support/recipeTypeDocument.js";
import { recipeTypeCounts } from "../../support/rowCounts.js";

const database = useDatabase();

const actions = (all: readonly Loaded[]) => all.map(({ name, action }) => `${name} ${action}`);

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
    const before = await recipeTypeCounts(database());
    const stored = await database().prisma.recipeType.findFirst({ where: { name: "same" } });
    const { all } = await loadRecipeType(database(), reversed(recipeTypeDocument("same")));
    expect(new Set(all.map(({ action }) => action))).toEqual(new Set(["UNCHANGED"]));
    expect(await recipeTypeCounts(database())).toEqual(before);
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

it("Two that load the same document at once make it once", async () => {
  const document = recipeTypeDocument("race");
  document.trigger_rule.name = "race";
  const results = await Promise.all([1, 2, 3, 4].map(() => loadRecipeType(database(), document)));
  expect(results.map(({ recipeType }) => recipeType.action).sort()).toEqual(["CREATED", "UNCHANGED", "UNCHANGED", "UNCHANGED"]);
  expect(await database().prisma.triggerRule.count({ where: { name: "race" } })).toBe(1);
});

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
