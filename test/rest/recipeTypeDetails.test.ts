import { beforeAll, describe, expect, it } from "vitest";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { get, useApp } from "../support/app.js";
import { definitionOf, makeType, revise, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { recipeTypeDocument } from "../support/recipeTypeDocument.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("Recipe Type Details", () => {
  let recipeType: TestType;
  beforeAll(async () => {
    const names = { name: "my-recipe", version: "1.0.0", title: "Scene" };
    recipeType = await makeType(database(), "parse publish@2<parse", { ...names, triggerRule: "scenes" });
  });

  it("show every documented field, and no other", async () => {
    const { status, headers, body } = await get(app(), `/recipe-types/${recipeType.id}/`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    const { prisma } = database();
    const jobType = async (name: string, version: string) => ({
      id: (await prisma.jobType.findFirstOrThrow({ where: { name } })).id,
      name,
      version,
      title: null,
      description: null,
      category: null,
      author_name: null,
      author_url: null,
      is_system: false,
      is_long_running: false,
      is_active: true,
      is_operational: true,
      is_paused: false,
      icon_code: null,
      interface: { version: "1.0" },
      job_type_interface: { version: "1.0" },
    });
    expect(body).toStrictEqual({
      id: recipeType.id,
      name: "my-recipe",
      version: "1.0.0",
      title: "Scene",
      description: null,
      is_active: true,
      definition: definitionOf("parse publish@2<parse"),
      revision_num: 1,
      created: time,
      last_modified: time,
      archived: null,
      trigger_rule: {
        id: (await prisma.triggerRule.findFirstOrThrow()).id,
        type: "INGEST",
        name: "scenes",
        is_active: true,
        configuration: { of: "my-recipe" },
      },
      job_types: [await jobType("parse", "1"), await jobType("publish", "2")],
    });
  });

  it("show each job type once, and those of the current revision only", async () => {
    const one = await makeType(database(), "a=old");
    await revise(database(), one, "a=new b=new c=new@2", { isActive: false });
    const { body } = await get(app(), `/recipe-types/${one.id}/`);
    const shown = body.job_types.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
    expect(shown).toEqual(["new 1", "new 2"]);
    expect(body).toMatchObject({ revision_num: 2, is_active: false, archived: time, trigger_rule: null });
  });

  it("can be loaded: nothing changes", async () => {
    const { recipeType: loaded } = await loadRecipeType(database(), recipeTypeDocument("loaded"));
    const { body } = await get(app(), `/recipe-types/${loaded.id}/`);
    const { all } = await loadRecipeType(database(), body);
    expect(new Set(all.map(({ action }) => action))).toEqual(new Set(["UNCHANGED"]));
    expect((await get(app(), `/recipe-types/${loaded.id}/`)).body).toEqual(body);
  });

  it.each(["", "/v4", "/api/v4"])("are served under %j", async (prefix) => {
    expect(await get(app(), `${prefix}/recipe-types/${recipeType.id}/`)).toMatchObject({ status: 200, body: { id: recipeType.id } });
  });

  it.each(["0", "999999", "2147483648", "99999999999999999999", "1".repeat(300)])("are not found for id %s", async (missing) => {
    const { status, body } = await get(app(), `/recipe-types/${missing}/`);
    expect(status).toBe(404);
    expect(body).toEqual({ detail: expect.any(String) });
  });
});
