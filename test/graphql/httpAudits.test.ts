import { serverAudits } from "graphql-http";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { listen, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { app } = useGraphql(database);

let address: string;
beforeAll(async () => {
  address = await listen(app());
});

/** Simple GETs are refused, since any site can make a browser send them. Programs say that they are none. */
const fetchAsProgram = (url: string, { headers, method, ...init }: RequestInit = {}) =>
  fetch(url, {
    ...init,
    ...(method && { method }),
    headers: { ...(headers as object), ...(method !== "POST" && { "apollo-require-preflight": "true" }) },
  });

describe("By the GraphQL over HTTP specification, the server", () => {
  const audits = serverAudits({ url: () => `${address}/graphql`, fetchFn: fetchAsProgram });
  it.each(audits.map(({ name, fn }) => [name, fn] as const))("%s", async (_name, audit) => {
    const result = await audit();
    const reason = result.status === "ok" ? "" : `${result.reason}: ${result.response.status} ${await result.response.text()}`;
    expect(reason).toBe("");
  });
});
