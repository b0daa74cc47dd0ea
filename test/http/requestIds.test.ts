import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { get, post, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { makeWork } from "../support/work.js";

const database = useDatabase();
const lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
const app = useApp(database, { trustedProxies: ["loopback"], log });
beforeEach(() => void lines.splice(0));

const logged = () => lines.map((line) => JSON.parse(line));
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

describe("The id of a request", () => {
  it("is new where nobody gives one, and stands in the answer and in its line of the log", async () => {
    const [one, other] = [await get(app(), "/batches/"), await get(app(), "/nowhere/")];
    expect(one.headers["x-request-id"]).toMatch(uuid);
    expect(other.headers["x-request-id"]).not.toBe(one.headers["x-request-id"]);
    expect(logged().map(({ reqId }) => reqId)).toEqual([one.headers["x-request-id"], other.headers["x-request-id"]]);
  });

  it("is what a trusted proxy says", async () => {
    const { headers } = await get(app(), "/batches/", { "x-request-id": "proxy-1/2:3" });
    expect(headers["x-request-id"]).toBe("proxy-1/2:3");
    expect(logged()[0].reqId).toBe("proxy-1/2:3");
  });

  it.each([
    ["has blanks", "a b"],
    ["is empty", ""],
    ["is too long", "x".repeat(129)],
  ])("is new where what a trusted proxy says %s", async (_what, given) => {
    expect((await get(app(), "/batches/", { "x-request-id": given })).headers["x-request-id"]).toMatch(uuid);
  });

  it("is new where anybody else gives one", async () => {
    const open = await buildApp({ database: database(), config: { trustedProxies: [] } });
    const { headers } = await get(open, "/batches/", { "x-request-id": "made-up" });
    await open.close();
    expect(headers["x-request-id"]).toMatch(uuid);
  });

  it.each([
    ["a change of a batch", "batch", (id: number) => `mutation { answer: pauseBatch(id: "${id}") { errors { code } } }`],
    ["a claim", "job_exe", () => 'mutation { answer: claimJobs(input: { worker: "w", requestId: "r" }) { errors { code } } }'],
  ] as const)(
    "is the application_name of its transaction, so that those who wait for its locks see whose they are: %s",
    async (_what, table, queryOf) => {
      const { batchId: id } = await makeWork(database(), "parse");
      const holder = await database().pool.connect();
      await holder.query("BEGIN");
      await holder.query(`LOCK ${table} IN SHARE MODE`);
      const query = queryOf(id);
      const answer = post(app(), "/graphql", { query }, { "x-request-id": "who-waits" });
      const waiting = "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await expect.poll(async () => (await database().pool.query(waiting)).rows).toEqual([{ application_name: "batch-gateway who-waits" }]);
      await holder.query("COMMIT");
      holder.release();
      expect((await answer).body).toEqual({ data: { answer: { errors: [] } } });
      const left = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%who-waits'";
      expect((await database().pool.query(left)).rowCount).toBe(0);
    },
  );

  it.each([
    ["by GraphQL", () => post(app(), "/graphql", { query: "{ batches { totalCount } }" }, { "x-request-id": "who-reads" }), 200],
    ["by REST", () => get(app(), "/batches/", { "x-request-id": "who-reads" }), 200],
    ["by a statement that fails", () => get(app(), "/batches/", { "x-request-id": "who-reads" }), 503],
  ])("is the application_name of a statement that reads, as long as it runs: %s", async (_door, ask, status) => {
    const holder = await database().pool.connect();
    await holder.query("BEGIN");
    await holder.query("LOCK batch IN ACCESS EXCLUSIVE MODE");
    const answer = ask();
    const waiting = "SELECT pid, application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    const waits = async () => (await database().pool.query(waiting)).rows;
    await expect.poll(waits).toEqual([{ pid: expect.any(Number), application_name: "batch-gateway who-reads" }]);
    const [{ pid }] = await waits();
    if (status === 503) await database().pool.query("SELECT pg_cancel_backend($1)", [pid]);
    else await holder.query("COMMIT");
    expect((await answer).status).toBe(status);
    const { rows } = await database().pool.query("SELECT application_name FROM pg_stat_activity WHERE pid = $1", [pid]);
    expect(rows).toEqual([{ application_name: "batch-gateway" }]);
    await holder.query("ROLLBACK");
    holder.release();
    expect((await get(app(), "/batches/")).status).toBe(200);
  });

  it("stands in the log at a masked error, whose own id the caller is told", async () => {
    const query = () => Promise.reject(new Error("relation batch does not exist"));
    const broken = await buildApp({ database: { ...database(), query }, config: { trustedProxies: [] }, log });
    const { headers, body } = await post(broken, "/graphql", { query: "{ batches { totalCount } }" });
    await broken.close();
    const { errorId } = body.errors[0].extensions;
    expect(logged().find((line) => line.errorId === errorId)).toMatchObject({ reqId: headers["x-request-id"] });
  });
});
