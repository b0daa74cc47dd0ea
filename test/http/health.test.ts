import { describe, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";
import { get, send, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

async function getFrom(other: Database, path: string, missing?: () => readonly string[]) {
  const its = await buildApp({ database: other, config: { trustedProxies: [] }, ...(missing && { missing }) });
  const answer = await get(its, path);
  await its.close();
  return answer;
}

describe("/healthz", () => {
  it("says that the process is up, whatever the database does", async () => {
    expect(await get(app(), "/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    const nowhere = openDatabase("postgresql://localhost:1/none", 1);
    expect((await getFrom(nowhere, "/healthz")).status).toBe(200);
    await nowhere.close();
  });
});

describe("/readyz", () => {
  it("says ready where the database is there and has every migration", async () => {
    expect(await get(app(), "/readyz")).toMatchObject({ status: 200, body: { status: "ready" } });
  });

  it("says 503 and names what else of the process does not do its work", async () => {
    const missing = ["worker"];
    const answer = await getFrom(database(), "/readyz", () => missing);
    expect(answer).toMatchObject({ status: 503, body: { missing: ["worker"], detail: "Missing: worker" } });
    missing.pop();
    expect((await getFrom(database(), "/readyz", () => missing)).status).toBe(200);
  });

  it("says 503 and names the database where it can't be reached", async () => {
    const nowhere = openDatabase("postgresql://localhost:1/none", 1);
    const { status, body } = await getFrom(nowhere, "/readyz");
    await nowhere.close();
    expect(status).toBe(503);
    expect(body).toEqual({ status: "not ready", missing: ["database"], detail: "Missing: database" });
  });

  it("says 503 and names the database where it does not answer, and leaves no more than one statement there", async () => {
    let statements = 0;
    const query = () => new Promise(() => statements++);
    const silent = { ...database(), pool: { options: database().pool.options, query } };
    const its = await buildApp({ database: silent as never, config: { trustedProxies: [] } });
    for (const many of [5, 2]) {
      const answers = await Promise.all(Array.from({ length: many }, () => get(its, "/readyz")));
      for (const answer of answers) expect(answer).toMatchObject({ status: 503, body: { missing: ["database"] } });
    }
    expect(statements).toBe(1);
    await its.close();
  });

  it("asks the database once for all who ask at the same time, and later anew", async () => {
    const { pool } = database();
    const query = vi.spyOn(pool, "query");
    const its = await buildApp({ database: database(), config: { trustedProxies: [] } });
    await get(its, "/readyz");
    const alone = query.mock.calls.length;
    await expect.poll(async () => (await get(its, "/readyz")) && query.mock.calls.length).toBe(2 * alone);
    await its.close();
    query.mockClear();
    const other = await buildApp({ database: database(), config: { trustedProxies: [] } });
    const answers = await Promise.all(Array.from({ length: 9 }, () => get(other, "/readyz")));
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(200));
    expect(query).toHaveBeenCalledTimes(alone);
    query.mockRestore();
    await other.close();
  });

  it("says 503 and names the migrations that the database does not have", async () => {
    const { pool } = database();
    const [last] = (await pool.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_rules' RETURNING *")).rows;
    const { status, body } = await getFrom(database(), "/readyz");
    expect(status).toBe(503);
    expect(body.missing).toEqual([`migration ${last.migration_name}`]);
  });

  it("takes GET and HEAD only", async () => {
    expect((await send(app(), { method: "POST", url: "/healthz" })).headers.allow).toBe("GET, HEAD, OPTIONS");
    expect((await send(app(), { method: "HEAD", url: "/healthz" })).status).toBe(200);
  });
});
