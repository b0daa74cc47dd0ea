import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, type Db, openDatabase } from "../../src/db/database.js";
import { isUnavailable } from "../../src/db/databaseFault.js";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";
import { useDatabase } from "../support/database.js";

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

describe("A session that is ended while it is used", () => {
  const there = useDatabase();

  /** What a piece of work fails with when its session is ended from elsewhere, by a stop or a restart of PostgreSQL. */
  async function failure(work: (db: Db, ended: Promise<unknown>) => Promise<unknown>): Promise<unknown> {
    const own = openDatabase(there().url, 1);
    try {
      const ended = endSession();
      const failed = work(own, ended).then(
        () => null,
        (error: unknown) => error,
      );
      await ended;
      return await failed;
    } finally {
      await own.close();
    }
  }

  /** Ends the session whose last statement has said "pg_sleep", once there is one. */
  async function endSession(): Promise<void> {
    const end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()";
    await vi.waitFor(async () => expect(await there().query({ text: end })).toHaveLength(1), { timeout: 30_000 });
  }

  const sleep = { text: "SELECT pg_sleep(60)::text" };

  it.each<[string, (db: Db, ended: Promise<unknown>) => Promise<unknown>]>([
    ["by a statement", (db) => db.query(sleep)],
    ["in a transaction", (db) => db.transaction((tx) => tx.query(sleep))],
    ["by Prisma", (db) => db.prisma.$queryRaw`SELECT pg_sleep(60)::text`],
    [
      "between two statements of a transaction",
      (db, ended) =>
        db.transaction(async (tx) => {
          await tx.query({ text: "SELECT 'pg_sleep' AS name" });
          await ended;
          await tx.query({ text: "SELECT 1" });
        }),
    ],
  ])("is taken for the database's absence: %s", async (_how, work) => {
    const error = await failure(work);
    expect(error).not.toBeNull();
    expect(isUnavailable(error), String(error)).toBe(true);
  });
});

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
