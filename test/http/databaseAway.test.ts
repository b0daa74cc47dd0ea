import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";

/** Nobody listens there. */
const nowhere = "postgresql://nobody@127.0.0.1:1/nothing";

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = openDatabase(nowhere, 4);
  app = await buildApp({ database, config: { trustedProxies: [] } });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const detail = "The database can't be reached at the moment; try again";

describe("While the database is away", () => {
  it.each([
    ["a hand-written statement", { url: "/batches/" }],
    ["Prisma", { url: "/jobs/1/" }],
    ["a transaction", { method: "POST", url: "/batches/", payload: { recipe_type_id: 1, definition: { all_jobs: true } } }],
  ] as const)("a request by REST that takes %s is answered with 503", async (_what, request) => {
    const { status, headers, body } = await send(app, request);
    expect({ status, retryAfter: headers["retry-after"], body }).toEqual({ status: 503, retryAfter: "1", body: { detail } });
  });

  it.each(["{ batches { totalCount } }", "{ recipeType(id: 1) { name } }"])("a query says so by its code: %s", async (query) => {
    const { body } = await send(app, { method: "POST", url: "/graphql", payload: { query } });
    expect(body.errors).toEqual([expect.objectContaining({ message: detail, extensions: { code: "SERVICE_UNAVAILABLE" } })]);
  });
});
