import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.js";
import { makeManyRecipes, makeType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { components, paths } from "../support/generated/openapi.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const app = useApp(database);
let origin: string;
beforeAll(async () => {
  origin = await listen(app());
});

type Schemas = components["schemas"];
type Answer<
  Operation extends { responses: unknown },
  Status extends keyof Operation["responses"],
> = Operation["responses"][Status] extends {
  content: { "application/json": infer Body };
}
  ? Body
  : never;

/** What a client makes of the description: the types of what goes out and of what comes back. */
async function post<Body>(path: keyof paths, input: Schemas["BatchInput"]): Promise<Body> {
  const headers = { "content-type": "application/json" };
  return (await (await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(input) })).json()) as Body;
}

type Fits<Value, Type> = Value extends Type ? true : false;

describe("A client that was generated from the description", () => {
  it("has types for an input without its defaults, and none for a range without bounds", () => {
    const nothing: Fits<{ recipe_type_id: 1; definition: object }, Schemas["BatchInput"]> = true;
    const begun: Fits<{ started: string }, Schemas["BatchDefinitionInput"]["date_range"]> = true;
    const ended: Fits<{ type: "data"; started: null; ended: string }, Schemas["BatchDefinitionInput"]["date_range"]> = true;
    const empty: Fits<{ type: "data" }, Schemas["BatchDefinitionInput"]["date_range"]> = false;
    expect([nothing, begun, ended, empty]).toEqual([true, true, true, false]);
  });

  it("validates, creates and reads a batch", async () => {
    const recipeType = await makeType(database(), "parse");
    await makeManyRecipes(database(), recipeType, 2);
    const input: Schemas["BatchInput"] = {
      recipe_type_id: recipeType.id,
      definition: { all_jobs: true, date_range: { ended: "2100-01-01T00:00:00Z" } },
    };
    const { recipe_count, file_count } = await post<Answer<paths["/batches/validation/"]["post"], 200>>("/batches/validation/", input);
    expect({ recipe_count, file_count }).toEqual({ recipe_count: 2, file_count: 2 });
    const batch = await post<Answer<paths["/batches/"]["post"], 201>>("/batches/", input);
    expect(batch.definition.date_range?.type).toBe("created");
    const read = await fetch(`${origin}/batches/${batch.id}/`);
    expect((await read.json()) as Answer<paths["/batches/{id}/"]["get"], 200>).toEqual(batch);
    const list = await fetch(`${origin}/batches/?order=-id&page=last`);
    const page = (await list.json()) as Answer<paths["/batches/"]["get"], 200>;
    expect(page.results.map(({ id, creator_job }) => ({ id, job: creator_job?.job_type.name }))).toEqual([
      { id: batch.id, job: "scale-batch-creator" },
    ]);
  });
});
