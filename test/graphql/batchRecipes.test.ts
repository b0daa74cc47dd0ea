import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, revise, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { BatchRecipesQueryVariables } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { countsIn, statementsOf } from "../support/statements.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);

const batchRecipes = graphql(`
  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {
    batch(id: $id) {
      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges {
          cursor
          node {
            outcome
            created
            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }
            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }
            failure { code message }
          }
        }
      }
    }
  }
`);
const oneRecipe = graphql(`query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }`);

let id: number;
let old: number[];
let current: number[];
beforeAll(async () => {
  const type = await makeType(database(), "parse publish<parse");
  old = await makeManyRecipes(database(), type, 3);
  // A new required input: what was made before can't be re-processed.
  await revise(database(), type, "parse publish<parse", { inputs: "scene:file mask:file" });
  current = await makeManyRecipes(database(), type, 4);
  id = await runBatch(database(), type, { all_jobs: true });
});

const read = async (variables: Omit<BatchRecipesQueryVariables, "id"> = {}) => {
  const { recipes } = (await query(batchRecipes, { id, ...variables })).batch ?? {};
  if (!recipes) throw new Error(`There is no batch ${id}`);
  return { ...recipes, nodes: recipes.edges.map(({ node }) => node) };
};

/** Which recipes the batch matched, in the order of a page. */
const matched = ({ nodes }: Pick<Awaited<ReturnType<typeof read>>, "nodes">) =>
  nodes.map(({ supersededRecipe }) => supersededRecipe?.databaseId);

describe("The recipes of a batch", () => {
  it("are all that it matched, each once", async () => {
    const page = await read();
    expect(page.totalCount).toBe(7);
    expect(matched(page).sort()).toEqual([...old, ...current].sort());
  });

  it("that were made supersede those that were matched", async () => {
    const { nodes, totalCount } = await read({ outcome: ["CREATED"] });
    expect(totalCount).toBe(4);
    for (const { outcome, recipe, supersededRecipe, failure } of nodes) {
      expect({ outcome, failure }).toEqual({ outcome: "CREATED", failure: null });
      expect(recipe).toMatchObject({ isSuperseded: false, revisionNum: 2, supersededRecipe: { databaseId: supersededRecipe?.databaseId } });
      expect(supersededRecipe).toMatchObject({ isSuperseded: true, supersededByRecipe: { databaseId: recipe?.databaseId } });
      expect(current).toContain(supersededRecipe?.databaseId);
    }
  });

  it("that have failed say why, and stay as they were", async () => {
    const { nodes, totalCount } = await read({ outcome: ["FAILED"] });
    expect(totalCount).toBe(3);
    for (const { outcome, recipe, supersededRecipe, failure } of nodes) {
      expect({ outcome, recipe }).toEqual({ outcome: "FAILED", recipe: null });
      expect(failure).toEqual({ code: "INPUTS_INCOMPATIBLE", message: expect.stringContaining("mask") });
      expect(supersededRecipe).toMatchObject({ isSuperseded: false, revisionNum: 1, supersededByRecipe: null });
      expect(old).toContain(supersededRecipe?.databaseId);
    }
  });

  it("of both outcomes are all, of none are none", async () => {
    expect((await read({ outcome: ["FAILED", "CREATED"] })).totalCount).toBe(7);
    expect(await read({ outcome: [] })).toMatchObject({ totalCount: 0, edges: [] });
    expect((await read({ outcome: null })).totalCount).toBe(7);
  });

  it.each([1, 2, 3, 7])("come in pages of %i from either end, in one order", async (size) => {
    const all = matched(await read());
    const forward: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof read>> = await read({ first: size, after });
      forward.push(...matched(page));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    const backward: unknown[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof read>> = await read({ last: size, before });
      backward.unshift(...matched(page));
      more = page.pageInfo.hasPreviousPage;
      before = page.pageInfo.startCursor;
    }
    expect(forward).toEqual(all);
    expect(backward).toEqual(all);
  });

  it("come in pages under a filter too", async () => {
    const { pageInfo, ...first } = await read({ outcome: ["FAILED"], first: 2 });
    const second = await read({ outcome: ["FAILED"], first: 2, after: pageInfo.endCursor });
    expect([...matched(first), ...matched(second)].sort()).toEqual([...old].sort());
    expect([first.totalCount, second.totalCount, second.pageInfo.hasNextPage]).toEqual([3, 3, false]);
  });

  it("are counted only where that is asked for", async () => {
    expect(countsIn((await statementsOf(() => read({ first: 1 }))).statements)).toHaveLength(1);
    expect(countsIn((await statementsOf(() => query(oneRecipe, { id }))).statements)).toEqual([]);
  });

  it("are refused by the argument's name, as any connection is", async () => {
    expect(await refusal(batchRecipes, { id, first: 1, last: 1 })).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "last",
    });
    expect(await refusal(batchRecipes, { id, last: 1001 })).toMatchObject({ code: "BAD_USER_INPUT", argument: "last" });
    expect(await refusal(batchRecipes, { id, after: "x" })).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
    const { pageInfo } = await read({ first: 1 });
    const other = Buffer.from(`["id","x"]`).toString("base64url");
    expect(pageInfo.endCursor).not.toBe(other);
    expect(await refusal(batchRecipes, { id, before: other })).toMatchObject({ code: "BAD_USER_INPUT", argument: "before" });
  });
});
