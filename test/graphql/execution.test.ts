import { execute, parse, validate } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "../../src/domain/actor.js";
import { BatchProgressFeed } from "../../src/domain/batch/read/batchProgressFeed.js";
import { JobQueueFeed } from "../../src/domain/execution/JobQueueFeed.js";
import { QueuesFeed } from "../../src/domain/execution/QueuesFeed.js";
import { ReportGroups } from "../../src/domain/execution/ReportGroups.js";
import { WorkCounts } from "../../src/domain/execution/WorkCounts.js";
import { WebhookAddresses } from "../../src/domain/webhook/WebhookAddresses.js";
import { createContext } from "../../src/graphql/context.js";
import { buildGraphqlSchema } from "../../src/graphql/schema.js";
import { makeManyRecipes, makeType, revise, runBatch, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { app } = useGraphql(database);

beforeAll(async () => {
  const type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, 2);
  await revise(database(), type, "parse publish<parse", { inputs: "scene:file mask:file" });
  await makeManyRecipes(database(), type, 2);
  await runBatch(database(), type, { all_jobs: true });
  await submit(database(), type, { job_names: ["publish"] });
});

/** What graphql-js makes of a query over the same schema. */
async function expected(query: string, variables: Record<string, unknown>): Promise<unknown> {
  const schema = await buildGraphqlSchema();
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const services = {
    progress: new BatchProgressFeed(database()),
    queue: new JobQueueFeed(database()),
    queues: new QueuesFeed(database()),
    reports: new ReportGroups(),
    work: new WorkCounts(),
    maxRecipesPerBatch: null,
    webhookAddresses: new WebhookAddresses([]),
  };
  const contextValue = createContext(services, anonymous);
  return JSON.parse(JSON.stringify((await execute({ schema, document, variableValues: variables, contextValue })).data));
}

const queries: [string, string, Record<string, unknown>?][] = [
  ["the names of types", "{ __typename batches { __typename nodes { __typename recipeType { __typename } } } }"],
  ["aliases", "{ one: batch(id: 1) { a: id b: databaseId c: id } other: batch(id: 2) { a: status } }"],
  [
    "an object that is asked for twice",
    "{ batch(id: 1) { recipeType { id } recipeType { name jobTypes { id } } } batch(id: 1) { status } }",
  ],
  [
    "fragments",
    "{ batches { nodes { ...A ... on Batch { title } ... { status } } } } fragment A on Batch { id ...B } fragment B on Batch { event { type } }",
  ],
  [
    "an interface",
    `query ($id: ID!) { node(id: $id) { id __typename ... on Batch { status recipes { nodes { outcome } } } } }`,
    { id: globalId("Batch", 1) },
  ],
  [
    "what is skipped and what is included",
    "query ($yes: Boolean!, $no: Boolean!) { batch(id: 1) { id @skip(if: $no) title @skip(if: $yes) status @include(if: $yes) ...A @include(if: $no) } } fragment A on Batch { created }",
    { yes: true, no: false },
  ],
  [
    "nothing but what is skipped",
    "query ($no: Boolean!) { batches(first: 1) { nodes { event { type @include(if: $no) } } } }",
    { no: false },
  ],
  [
    "variables with defaults, given and not",
    "query ($first: Int = 1, $outcome: [BatchRecipeOutcome!] = [FAILED]) { batches(first: $first) { nodes { recipes(outcome: $outcome) { totalCount } } } }",
    { outcome: null },
  ],
  [
    "variables in objects",
    "query ($f: BatchOrderField!, $s: [BatchStatus!]) { batches(orderBy: [{ field: $f, direction: DESC }], filter: { status: $s }) { nodes { id } } }",
    { f: "ID", s: ["CREATED", "SUBMITTED"] },
  ],
  [
    "null where there is nothing",
    '{ batch(id: 999) { id recipeType { name } } node(id: "x") { id } batches { nodes { retryOf { id event { type } } title } } }',
  ],
  [
    "lists that are empty",
    '{ batches(filter: { title: "none" }) { totalCount edges { cursor node { id events { to } } } nodes { id } pageInfo { startCursor hasNextPage } } }',
  ],
  [
    "JSON, times and floats",
    "{ batches { nodes { recipeType { definition created archived } event { description occurred } progress { percent } } } }",
  ],
  [
    "all levels",
    "{ batches { edges { cursor node { recipes(first: 3) { edges { node { supersededRecipe { jobs { job { jobType { name } supersededJob { id } } } } recipe { rootSupersededRecipe { id } } failure { code message } } } } jobs(last: 2) { nodes { job { event { rule { id: name } } } } } } } } }",
  ],
  [
    "introspection",
    '{ __schema { queryType { name } types { name } } __type(name: "Batch") { fields { name type { kind ofType { name } } } } batch(id: 1) { id } }',
  ],
];

describe("A query is answered as graphql-js answers it:", () => {
  it.each(queries)("%s", async (_what, query, variables = {}) => {
    const response = await app().inject({ method: "POST", url: "/graphql", payload: { query, variables } });
    const { data, errors } = response.json();
    expect(errors).toBeUndefined();
    expect(data).toEqual(await expected(query, variables));
    expect(JSON.stringify(data)).toBe(JSON.stringify(await expected(query, variables)));
  });
});

describe("Where a field fails", () => {
  const post = async (query: string) => (await app().inject({ method: "POST", url: "/graphql", payload: { query } })).json();

  it("what may be null beside it is answered, and the error says where it is", async () => {
    const { data, errors } = await post("{ good: batch(id: 1) { id } bad: batch(id: 1) { status recipes(first: -1) { totalCount } } }");
    expect(data).toEqual({ good: { id: globalId("Batch", 1) }, bad: null });
    expect(errors).toMatchObject([{ path: ["bad", "recipes"], extensions: { code: "BAD_USER_INPUT", argument: "first" } }]);
  });

  it("all of them are told", async () => {
    const { data, errors } = await post(
      "{ a: batch(id: 1) { recipes(first: -1) { totalCount } } b: batch(id: 2) { jobs(last: -1) { totalCount } } }",
    );
    expect(data).toEqual({ a: null, b: null });
    expect(errors.map(({ path }: { path: string[] }) => path)).toEqual([
      ["a", "recipes"],
      ["b", "jobs"],
    ]);
  });

  it("and nothing may be null, there is no data", async () => {
    const { data, errors } = await post("{ batch(id: 1) { id } batches(first: -1) { totalCount } }");
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ["batches"], extensions: { code: "BAD_USER_INPUT", argument: "first" } }]);
  });
});
