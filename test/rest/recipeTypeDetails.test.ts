import { beforeAll, describe, expect, it } from "vitest";
import type { RecipeType } from "../../src/db/generated/client.js";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { get, useApp } from "../support/app.js";
import { createRecipeType, smallDefinition } from "../support/builders.js";
import { useDatabase } from "../support/database.js";
import { definition, job } from "../support/graphs.js";
import { recipeTypeDocument } from "../support/recipeTypeDocument.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const noInterface = { version: "1.0", input_data: [], output_data: [] };

describe("Recipe Type Details", () => {
  let recipeType: RecipeType;
  beforeAll(async () => {
    recipeType = await createRecipeType(database(), { name: "my-recipe", version: "1.0.0", description: null, triggerRule: "scenes" });
  });

  it("show every documented field, and no other", async () => {
    const { status, headers, body } = await get(app(), `/recipe-types/${recipeType.id}/`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    const jobType = async (name: string) => ({
      id: (await database().prisma.jobType.findFirstOrThrow({ where: { name } })).id,
      name,
      version: "1.0",
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
      interface: noInterface,
      job_type_interface: noInterface,
    });
    expect(body).toStrictEqual({
      id: recipeType.id,
      name: "my-recipe",
      version: "1.0.0",
      title: "Scene",
      description: null,
      is_active: true,
      definition: smallDefinition,
      revision_num: 1,
      created: time,
      last_modified: time,
      archived: null,
      trigger_rule: {
        id: recipeType.triggerRuleId,
        type: "INGEST",
        name: "scenes",
        is_active: true,
        configuration: { of: "my-recipe" },
      },
      job_types: [await jobType("parse-type"), await jobType("publish-type")],
    });
  });

  it("show each job type once, and those of the current revision only", async () => {
    const one = await createRecipeType(database(), { name: "changed", definition: definition([job("a", { type: "old" })]) });
    const jobs = [job("a", { type: "new" }), job("b", { type: "new" }), job("c", { type: "new", version: "2.0" })];
    await createRecipeType(database(), { name: "changed", definition: definition(jobs), isActive: false });
    const { body } = await get(app(), `/recipe-types/${one.id}/`);
    const shown = body.job_types.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
    expect(shown).toEqual(["new 1.0", "new 2.0"]);
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
