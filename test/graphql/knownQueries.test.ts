import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.js";
import { makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

let id: number;
beforeAll(async () => {
  id = await runBatch(database(), await makeType(database(), "parse"), {});
});

const ask = async (payload: object, headers: Record<string, string> = {}) => {
  const { statusCode, headers: sent, body } = await app().inject({ method: "POST", url: "/graphql", payload, headers });
  const { date, ...others } = sent;
  return { statusCode, headers: others, body };
};

const query = `
  query One($id: ID!, $isFull: Boolean = false) { batch(id: $id) { id title status recipeType @include(if: $isFull) { name } } }
  query Two { batches(first: 1) { nodes { id } totalCount } }
  mutation Three { cancelBatch(id: "999") { batch { id } errors { code } } }
`;
const questions = () => ({
  "that has variables": { query, operationName: "One", variables: { id } },
  "with a switch that is on": { query, operationName: "One", variables: { id, isFull: true } },
  "without variables": { query, operationName: "Two" },
  "with null for what is absent": { query: "{ batches { nodes { id } } }", operationName: null, variables: null },
  "that changes something": { query, operationName: "Three" },
  "without a variable that it must have": { query, operationName: "One", variables: {} },
  "with a variable of a wrong type": { query, operationName: "One", variables: { id, isFull: "yes" } },
  "of a name that there is not": { query, operationName: "Four" },
  "of no name where there are several": { query },
  "that is refused": { query: "query ($first: Int) { batches(first: $first) { nodes { id } } }", variables: { first: -1 } },
  "that would cost too much": {
    query: "query ($first: Int) { batches(first: $first) { nodes { recipes(first: $first) { nodes { created } } } } }",
    variables: { first: 1000 },
  },
  "that asks for the schema": { query: "{ __schema { queryType { name } } }" },
});

describe("A query is answered alike when it is asked again,", () => {
  it.each(Object.keys(questions()) as (keyof ReturnType<typeof questions>)[])("one %s", async (name) => {
    const question = questions()[name];
    // Apollo's way, whatever was asked before: a space makes it another document.
    const first = await ask({ ...question, query: `${question.query} ` });
    for (let again = 0; again < 2; again++) expect(await ask(question)).toEqual(first);
  });

  it("though hundreds of others were asked meanwhile", async () => {
    const question = questions()["that has variables"];
    const first = await ask(question);
    for (let i = 0; i < 300; i++) await ask({ query: `{ a${i}: __typename }` });
    expect(await ask(question)).toEqual(first);
  });

  it("whatever the client accepts", async () => {
    const question = questions()["without variables"];
    await ask(question);
    const types = async (accept: string) => (await ask(question, { accept })).headers["content-type"];
    expect(await types("*/*")).toBe("application/json; charset=utf-8");
    expect(await types("application/json")).toBe("application/json; charset=utf-8");
    expect(await types("application/graphql-response+json")).toBe("application/graphql-response+json; charset=utf-8");
    expect((await ask(question, { accept: "image/png" })).statusCode).toBe(406);
  });

  it("also when very many others were asked meanwhile", async () => {
    const question = questions()["that has variables"];
    const first = await ask(question);
    for (let other = 0; other < 250; other++) await ask({ query: `{ other${other}: __typename }` });
    expect(await ask(question)).toEqual(first);
  });
});
