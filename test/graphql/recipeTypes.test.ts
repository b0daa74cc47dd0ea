import { beforeAll, describe, expect, it } from "vitest";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { definitionOf, makeType, revise } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { RecipeTypeListQueryVariables } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { jobTypeDocument } from "../support/recipeTypeDocument.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const recipeTypeById = graphql(`
  query RecipeTypeById($id: ID!) {
    recipeType(id: $id) {
      id databaseId name version title description isActive definition revisionNum created lastModified archived
      triggerRule { databaseId type name isActive }
      jobTypes {
        id databaseId name version title description category authorName authorUrl
        isSystem isLongRunning isActive isOperational isPaused iconCode
      }
    }
  }
`);
const recipeTypeList = graphql(`
  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {
    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes { name version isActive revisionNum }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

describe("A recipe type", () => {
  const definition = definitionOf("scan publish<scan again=scan");
  let id: number;
  beforeAll(async () => {
    const rule = { type: "INGEST", name: "scenes", is_active: true, configuration: {} };
    const { recipeType } = await loadRecipeType(database(), {
      name: "scene",
      version: "1.0",
      title: "Scene",
      description: "Processes a scene",
      definition,
      trigger_rule: rule,
      job_types: [jobTypeDocument("scan", "1"), jobTypeDocument("publish", "1")],
    });
    id = recipeType.id;
  });

  it("shows itself, its definition, its rule, and each of its job types once", async () => {
    const { recipeType } = await query(recipeTypeById, { id });
    const jobTypes = await database().prisma.jobType.findMany({ where: { name: { in: ["scan", "publish"] } } });
    const idOf = (name: string) => jobTypes.find((jobType) => jobType.name === name)?.id as number;
    expect(recipeType).toMatchObject({
      id: globalId("RecipeType", id),
      databaseId: id,
      name: "scene",
      version: "1.0",
      title: "Scene",
      description: "Processes a scene",
      isActive: true,
      definition,
      revisionNum: 1,
      created: time,
      lastModified: time,
      archived: null,
      triggerRule: { databaseId: expect.any(Number), type: "INGEST", name: "scenes", isActive: true },
    });
    expect(recipeType?.jobTypes.map(({ name }) => name).sort()).toEqual(["publish", "scan"]);
    expect(recipeType?.jobTypes.find(({ name }) => name === "scan")).toEqual({
      id: globalId("JobType", idOf("scan")),
      databaseId: idOf("scan"),
      name: "scan",
      version: "1",
      title: "Title of scan",
      description: "Does its part",
      category: "test",
      authorName: "Ann",
      authorUrl: "http://example.com/",
      isSystem: false,
      isLongRunning: false,
      isActive: true,
      isOperational: true,
      isPaused: false,
      iconCode: "f0ac",
    });
  });

  it("is found by global id and integer id, and is null where there is none", async () => {
    const found = { recipeType: expect.objectContaining({ databaseId: id }) };
    expect(await query(recipeTypeById, { id: globalId("RecipeType", id) })).toEqual(found);
    expect(await query(recipeTypeById, { id: String(id) })).toEqual(found);
    expect(await query(recipeTypeById, { id: 999_999 })).toEqual({ recipeType: null });
    expect(await query(recipeTypeById, { id: globalId("Batch", id) })).toEqual({ recipeType: null });
  });

  it("may lack what is optional", async () => {
    const bare = await makeType(database(), "parse", { name: "bare" });
    const { recipeType } = await query(recipeTypeById, { id: bare.id });
    expect(recipeType).toMatchObject({ title: null, description: null, triggerRule: null, archived: null });
  });
});

describe("The list of recipe types", () => {
  beforeAll(async () => {
    const listed = await makeType(database(), "parse", { name: "listed" });
    await revise(database(), listed, "parse publish<parse");
    await makeType(database(), "parse", { name: "retired", isActive: false });
  });
  const read = async (variables: RecipeTypeListQueryVariables = {}) => (await query(recipeTypeList, variables)).recipeTypes;
  const names = async (filter?: RecipeTypeListQueryVariables["filter"]) => (await read({ filter })).nodes.map(({ name }) => name);

  it("has all, in the order of their ids", async () => {
    expect(await names()).toEqual(["scene", "bare", "listed", "retired"]);
    expect(await read()).toMatchObject({ totalCount: 4, nodes: { 2: { revisionNum: 2 } } });
  });

  it("is filtered by name and by whether they are active", async () => {
    expect(await names({ name: ["listed", "bare", "unknown"] })).toEqual(["bare", "listed"]);
    expect(await names({ name: [] })).toEqual([]);
    expect(await names({ isActive: false })).toEqual(["retired"]);
    expect(await names({ isActive: true })).toEqual(["scene", "bare", "listed"]);
    expect(await names({ isActive: true, name: ["retired"] })).toEqual([]);
    expect(await names({ isActive: null, name: null })).toHaveLength(4);
    expect(await names({ name: ["\0"] })).toEqual([]);
    expect((await read({ filter: { isActive: true }, first: 1 })).totalCount).toBe(3);
  });

  it("comes in pages from either end", async () => {
    const first = await read({ first: 3 });
    const second = await read({ first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ name }) => name)).toEqual(["scene", "bare", "listed", "retired"]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const end = await read({ last: 3 });
    const start = await read({ last: 3, before: end.pageInfo.startCursor });
    expect([...start.nodes, ...end.nodes].map(({ name }) => name)).toEqual(["scene", "bare", "listed", "retired"]);
    expect([start.pageInfo.hasPreviousPage, end.pageInfo.hasPreviousPage]).toEqual([false, true]);
  });

  it("is refused by the argument's name, as any connection is", async () => {
    expect(await refusal(recipeTypeList, { first: 1001 })).toMatchObject({ code: "BAD_USER_INPUT", argument: "first" });
    expect(await refusal(recipeTypeList, { after: "x" })).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  });

  it("is searched for a part of the name or the title, in any case", async () => {
    await makeType(database(), "parse", { name: "other", title: "Listed 100%_" });
    expect(await names({ search: "LISTED" })).toEqual(["listed", "other"]);
    expect(await names({ search: "%_" })).toEqual(["other"]);
    expect(await names({ search: "isted", isActive: true, name: ["other"] })).toEqual(["other"]);
    expect(await names({ search: "\0" })).toEqual([]);
    expect(await names({ search: "" })).toHaveLength(5);
  });
});
