import { beforeAll, describe, expect, it } from "vitest";
import { expand, makeManyRecipes, makeType, revise, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { EverythingQueryVariables, TypedDocumentString } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { countsIn, statementsOf } from "../support/statements.js";

const database = useDatabase();
const { app, query } = useGraphql(database);

const everything = graphql(`
  query Everything($first: Int!, $orderBy: [BatchOrder!]) {
    batches(first: $first, orderBy: $orderBy) {
      totalCount
      nodes {
        id title status
        recipeType { name triggerRule { name } jobTypes { name } }
        event { type rule { name } }
        creatorJob { ...WholeJob }
        definition { allJobs }
        progress { percent jobs { queued total } }
        events { from to actor }
        retryOf { id recipeType { name } event { type } }
        failed: recipes(first: 2, outcome: [FAILED]) { totalCount nodes { failure { code } supersededRecipe { ...WholeRecipe } } }
        recipes(first: 2) {
          totalCount
          nodes { outcome recipe { ...WholeRecipe } supersededRecipe { ...WholeRecipe } }
        }
        jobs(last: 3, status: [QUEUED, PENDING]) { totalCount nodes { isOriginal job { ...WholeJob } supersededJob { ...WholeJob } } }
      }
    }
  }
  fragment WholeJob on Job {
    id status
    jobType { name }
    jobTypeRevision { revisionNum }
    event { type rule { name } }
    error { name }
    supersededJob { id jobType { name } }
    rootSupersededJob { id }
  }
  fragment WholeRecipe on Recipe {
    id revisionNum
    recipeType { name jobTypes { name } }
    event { type }
    rootSupersededRecipe { id }
    supersededRecipe { id event { type } }
    supersededByRecipe { id }
    jobs { jobName job { status jobType { name } error { name } } }
  }
`);
const summary = graphql(`
  query Summary($first: Int!, $orderBy: [BatchOrder!]) {
    batches(first: $first, orderBy: $orderBy) {
      nodes { id title status recipeType { name } event { type occurred } creatorJob { status jobType { name } } progress { percent } }
    }
  }
`);

const batches = 40;
/** A loader that is asked from several places reads once or twice, as its turns fall. One statement for each row would be 30 more. */
const turns = 12;

beforeAll(async () => {
  const types: TestType[] = [];
  for (let i = 0; i < 5; i++) {
    const type = await makeType(database(), `parse publish-${i}<parse`);
    await makeManyRecipes(database(), type, 1);
    await revise(database(), type, `parse publish-${i}<parse`, { inputs: "scene:file mask:file" });
    await makeManyRecipes(database(), type, 2);
    types.push(type);
  }
  const error = await database().prisma.error.create({ data: { name: "no-disk", category: "SYSTEM" } });
  let retryOfId: number | null = null;
  for (let i = 0; i < batches; i++) {
    const id: number = await submit(database(), types[i % types.length] as TestType, { all_jobs: true });
    if (i % 4 !== 0) await expand(database(), id);
    await database().prisma.batch.update({ where: { id }, data: { retryOfId } });
    retryOfId = id;
  }
  await database().prisma.job.updateMany({ where: { status: "QUEUED" }, data: { errorId: error.id } });
}, 120_000);

describe("The statements of a query do not grow with its rows", () => {
  it("where all is read that hangs on batches, their recipes and jobs", async () => {
    const [few, many] = [await statementsOf(() => read(everything, 10)), await statementsOf(() => read(everything, batches))];
    expect([few.result, many.result]).toEqual([10, batches]);
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + turns);
  });

  it("where a list is read with what it shows of other objects", async () => {
    const [few, many] = [await statementsOf(() => read(summary, 10)), await statementsOf(() => read(summary, batches))];
    expect([few.result, many.result]).toEqual([10, batches]);
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(6);
  });
});

describe("A list of each of many batches is one statement,", () => {
  const lists = Array.from({ length: 10 }, (_, i) => `a${i}: jobs(first: ${i + 1}) { totalCount nodes { isOriginal } }`).join(" ");
  const payload = { query: `{ batches(first: ${batches}) { nodes { ${lists} } } }` };

  it.each(["application/json", "text/event-stream"])("for each set of its arguments, as %s", async (accept) => {
    const { result, statements } = await statementsOf(() =>
      app().inject({ method: "POST", url: "/graphql", headers: { accept }, payload }),
    );
    expect(result.payload.match(/"a9":/g)).toHaveLength(batches);
    const parts = statements.filter((text) => text.includes("batch_job"));
    expect(parts.filter((text) => text.includes("LATERAL"))).toHaveLength(10);
    expect(countsIn(parts)).toHaveLength(1);
    expect(statements).toHaveLength(12);
  });
});

it("A preview asks about any number of running batches at once", async () => {
  const type = await makeType(database(), "parse");
  await makeManyRecipes(database(), type, 1);
  const validate = (): Promise<{ statements: string[]; result: { payload: string } }> =>
    statementsOf(() =>
      app().inject({
        method: "POST",
        url: "/graphql",
        payload: {
          query: `mutation { validateBatch(input: { recipeTypeId: "${type.id}", definition: { allJobs: true } }) { warnings { id } } }`,
        },
      }),
    );
  const running = { all_jobs: true, date_range: { started: "2015-01-01T00:00:00Z" } };
  await submit(database(), type, running);
  const one = await validate();
  for (let i = 0; i < 5; i++) await submit(database(), type, running);
  const six = await validate();
  expect([one, six].map(({ result }) => result.payload.match(/RUNNING_BATCH/g)?.length)).toEqual([1, 6]);
  expect(six.statements).toHaveLength(one.statements.length);
});

/** @returns how many batches there were */
async function read<Result extends { batches: { nodes: unknown[] } }>(
  document: TypedDocumentString<Result, EverythingQueryVariables>,
  first: number,
): Promise<number> {
  // The latest first: they have what the first of all lack, such as something to retry.
  return (await query(document, { first, orderBy: [{ field: "ID", direction: "DESC" }] })).batches.nodes.length;
}
