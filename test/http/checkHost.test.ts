import { describe, expect, it } from "vitest";
import { get, post, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database, { trustedProxies: ["127.0.0.1"] });

const addresses = ["/batches/", "/healthz", "/graphql?query={__typename}", "/docs/", "/nothing"];

// Before any other: the first request of a process must be checked like all others.
it.each(["a,", " "])('A request that a proxy forwards from the host "%s", which ends empty, is refused', async (host) => {
  const answer = await get(app(), "/batches/", { "x-forwarded-host": host });
  expect(answer).toMatchObject({ status: 400, body: { detail: "host: is no host" } });
});

describe.each(["a b", "[::1", "%", "a/b", "a@b", 'a"b', "x:99999", "é"])('A request to the host "%s"', (host) => {
  it.each(addresses)("is refused: %s", async (address) => {
    expect(await get(app(), address, { host })).toMatchObject({ status: 400, body: { detail: "host: is no host" } });
    const forwarded = { host: "localhost", "x-forwarded-host": host };
    expect(await get(app(), address, forwarded)).toMatchObject({ status: 400, body: { detail: "host: is no host" } });
  });
});

it.each(["localhost", "LOCALHOST:4000", "a_b.example", "10.0.0.1:80", "[::1]:4000"])('The host "%s" is one', async (host) => {
  expect((await get(app(), "/batches/", { host })).status).toBe(200);
  expect((await post(app(), "/graphql", { query: "{ __typename }" }, { host })).body).toEqual({ data: { __typename: "Query" } });
});

it("A protocol that a proxy makes up is refused", async () => {
  const answer = await get(app(), "/batches/", { "x-forwarded-proto": "http://" });
  expect(answer).toMatchObject({ status: 400, body: { detail: "x-forwarded-proto: is neither http nor https" } });
});

it("A request without a host is answered, as HTTP/1.0 has none", async () => {
  expect((await get(app(), "/healthz", { host: "" })).status).toBe(200);
  expect((await post(app(), "/graphql", { query: "{ __typename }" }, { host: "" })).body).toEqual({ data: { __typename: "Query" } });
});
