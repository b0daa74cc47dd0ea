import { readFile } from "node:fs/promises";
import path from "node:path";
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { useGateway } from "../cli/batchCommand.js";
import { useDatabase } from "../support/database.js";

const gateway = useGateway(useDatabase());

async function ask(query: string) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(gateway().url, { method: "POST", headers, body: JSON.stringify({ query }) });
  return (await answer.json()) as { data?: unknown; errors?: unknown };
}

/** What bundling can break: names of classes, which type-graphql goes by, a second copy of graphql, files that are looked for. */
describe("The bundle that `npm start` runs", () => {
  it("serves the schema that is committed", async () => {
    const { data } = await ask(getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true }));
    const committed = buildSchema(await readFile(path.resolve(import.meta.dirname, "../../src/graphql/schema.graphql"), "utf8"));
    expect(printSchema(lexicographicSortSchema(buildClientSchema(data as never)))).toBe(printSchema(lexicographicSortSchema(committed)));
  });

  it("checks, costs and runs queries with one copy of graphql", async () => {
    const { data, errors } = await ask('{ batches { totalCount nodes { title } } __type(name: "Batch") { name } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ batches: { totalCount: 0, nodes: [] }, __type: { name: "Batch" } });
  });

  it.each(["/graphql", "/docs/", "/docs/static/swagger-ui.css", "/docs/json", "/batches/"])("finds what it serves at %s", async (url) => {
    const answer = await fetch(new URL(url, gateway().url), { headers: { accept: url === "/graphql" ? "text/html" : "*/*" } });
    expect(answer.status).toBe(200);
  });
});
