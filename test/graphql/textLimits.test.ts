import { beforeAll, describe, expect, it } from "vitest";
import { post } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { app } = useGraphql(database);

let id: number;
beforeAll(async () => {
  id = await submit(database(), await makeType(database(), "parse"));
});

const ask = async (query: string, variables: object) => (await post(app(), "/graphql", { query, variables })).body;

const description =
  "mutation ($id: ID!, $text: String) { change: updateBatch(id: $id, input: { description: $text }) { errors { code path message } } }";
const texts: [string, string, string, number][] = [
  ["updateBatch", "description", description, 5000],
  [
    "pauseBatch",
    "reason",
    "mutation ($id: ID!, $text: String) { change: pauseBatch(id: $id, reason: $text) { errors { code path message } } }",
    1000,
  ],
  [
    "cancelBatch",
    "reason",
    "mutation ($id: ID!, $text: String) { change: cancelBatch(id: $id, reason: $text) { errors { code path message } } }",
    1000,
  ],
];

describe.each(texts)("%s's %s", (_mutation, field, query, most) => {
  it(`has at most ${most} characters, whatever their size`, async () => {
    for (const text of ["x".repeat(most + 1), "🛰".repeat(most + 1), "x".repeat(500_000)]) {
      const errors = [{ code: "TOO_LARGE", path: [field], message: `must be at most ${most} characters` }];
      expect(await ask(query, { id, text })).toEqual({ data: { change: { errors } } });
    }
    expect(await ask(query, { id, text: "🛰".repeat(most) })).toEqual({ data: { change: { errors: [] } } });
  });
});

const long = <Value>(value: Value, length: number): Value[] => Array(length).fill(value);
const lists: [string, string, unknown][] = [
  ["filter.status", "query ($l: [BatchStatus!]) { batches(filter: { status: $l }) { totalCount } }", "CREATED"],
  ["filter.recipeTypeId", "query ($l: [ID!]) { batches(filter: { recipeTypeId: $l }) { totalCount } }", "1"],
  ["filter.recipeTypeName", "query ($l: [String!]) { batches(filter: { recipeTypeName: $l }) { totalCount } }", "a"],
  ["filter.createdBy", "query ($l: [String!]) { batches(filter: { createdBy: $l }) { totalCount } }", "a"],
  ["filter.name", "query ($l: [String!]) { recipeTypes(filter: { name: $l }) { totalCount } }", "a"],
  ["status", "query ($l: [JobStatus!]) { batches { nodes { jobs(status: $l) { totalCount } } } }", "QUEUED"],
  ["outcome", "query ($l: [BatchRecipeOutcome!]) { batches { nodes { recipes(outcome: $l) { totalCount } } } }", "FAILED"],
];

describe.each(lists)("The list %s", (argument, query, value) => {
  it("has at most 1,000 values", async () => {
    const error = { message: `${argument}: must have at most 1000 values`, extensions: { code: "TOO_LARGE", argument } };
    expect(await ask(query, { l: long(value, 1001) })).toMatchObject({ errors: [error] });
    expect(await ask(query, { l: long(value, 1000) })).not.toHaveProperty("errors");
  });
});

it("An id of any length is quoted in a few words", async () => {
  const query = "mutation ($id: ID!) { cancelBatch(id: $id) { errors { code message } } }";
  const { data } = await ask(query, { id: "x".repeat(500_000) });
  expect(data.cancelBatch.errors).toEqual([{ code: "NOT_FOUND", message: expect.stringMatching(/^There is no batch x+…x+$/) }]);
  expect(data.cancelBatch.errors[0].message.length).toBeLessThan(300);
});

it("A batch that was given a long description before it was limited can still be changed", async () => {
  await database().query({ text: "UPDATE batch SET description = repeat('x', 1000000)" });
  const { data } = await ask(
    'mutation ($id: ID!) { updateBatch(id: $id, input: { title: "again" }) { batch { title } errors { code } } }',
    { id },
  );
  expect(data.updateBatch).toEqual({ batch: { title: "again" }, errors: [] });
});
