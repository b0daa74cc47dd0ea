import { beforeAll, describe, expect, it } from "vitest";
import { post, useApp } from "../../support/app.js";
import { makeType, runBatch } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { statementsOf } from "../../support/statements.js";

const database = useDatabase();
const app = useApp(database);

const titles = `query ($id: ID!) {
  batch(id: $id) { title again: title recipeType { title } }
  other: batch(id: $id) { recipeType { title } }
  batches { nodes { title recipeType { title } } }
}`;
const ask = async () => (await post(app(), "/graphql", { query: titles, variables: { id } })).body;

let id: number;
beforeAll(async () => {
  id = await runBatch(database(), await makeType(database(), "parse"), {});
});

const rename = async (title: string): Promise<void> => {
  await database().query({ text: "UPDATE batch SET title = $1::text" }, [title]);
  await database().query({ text: "UPDATE recipe_type SET title = $1::text" }, [title]);
};
const answer = (title: string) => {
  const batch = { title, recipeType: { title } };
  return { data: { batch: { title, again: title, recipeType: { title } }, other: { recipeType: { title } }, batches: { nodes: [batch] } } };
};

describe("A request", () => {
  it("reads anew what an earlier one has read", async () => {
    for (const title of ["one", "two", "three"]) {
      await rename(title);
      expect(await ask()).toEqual(answer(title));
    }
  });

  it("reads anew what others read meanwhile, and each thing once", async () => {
    await rename("four");
    const { statements: one } = await statementsOf(() => ask());
    const { result, statements } = await statementsOf(() => Promise.all(Array.from({ length: 5 }, () => ask())));
    expect(result).toEqual(Array(5).fill(answer("four")));
    expect(statements).toHaveLength(5 * one.length);
    // The batch, under both names, and the list; the recipe types come with them.
    expect(one).toHaveLength(2);
  });
});
