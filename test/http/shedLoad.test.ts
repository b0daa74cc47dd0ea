import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { Places } from "../../src/http/Places.js";
import { shedLoad } from "../../src/http/shedLoad.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

/** So many that no more are let in when nothing is answered. */
const crowd = 40;

let app: FastifyInstance;
let url: string;
// Anew for each test: an app learns how long answers take.
beforeEach(async () => {
  app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterEach(() => app.close());

/** Lets nobody read batches until the work is done. */
async function whileNobodyCanRead<Result>(work: () => Promise<Result>): Promise<Result> {
  const client = await database().pool.connect();
  try {
    await client.query("BEGIN; LOCK TABLE batch");
    return await work();
  } finally {
    await client.query("COMMIT");
    client.release();
  }
}

const ask = async (path: string, signal?: AbortSignal) => {
  const response = await fetch(`${url}${path}`, signal ? { signal } : {});
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.text() };
};

/** What a request is answered that waits for a second at most; undefined where it would go on waiting. */
const statusSoon = async () => (await ask("/recipe-types/0/", AbortSignal.timeout(1000)).catch(() => undefined))?.status;

/** Until requests are refused. */
const tooMany = () => expect.poll(statusSoon, { timeout: 40_000 }).toBe(503);

const detail = "The gateway has too much to do at the moment; try again";

describe("More requests than can be answered soon", () => {
  it("are refused at once with 503, and those in hand are answered", async () => {
    const [inHand] = await whileNobodyCanRead(async () => {
      const inHand = Promise.all(Array.from({ length: crowd }, () => ask("/batches/")));
      await tooMany();
      for (let i = 0; i < 5; i++)
        expect(await ask("/batches/")).toEqual({ status: 503, retryAfter: "1", body: JSON.stringify({ detail }) });
      return [inHand];
    });
    expect((await inHand).map(({ status }) => status)).toEqual(Array(crowd).fill(200));
    expect((await ask("/batches/")).status).toBe(200);
  });

  it("are refused, too, where they are to be answered by events", async () => {
    const query = encodeURIComponent("{ batches { totalCount } }");
    const headers = { accept: "text/event-stream" };
    const [inHand] = await whileNobodyCanRead(async () => {
      const answers = Array.from({ length: crowd }, () => fetch(`${url}/graphql?query=${query}`, { headers }));
      await tooMany();
      return [Promise.all(answers.map(async (answer) => (await answer).text()))];
    });
    expect(await inHand).toEqual(Array(crowd).fill(expect.stringContaining('{"data":{"batches":{"totalCount":0}}}')));
    expect((await ask("/batches/")).status).toBe(200);
  });

  it("are refused, too, where they change jobs of large batches, for which their time does not run", async () => {
    const body = JSON.stringify({ query: 'mutation { cancelJobs(input: { batchId: "1" }) { errors { code } } }' });
    const cancel = () => fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const [inHand] = await whileNobodyCanRead(async () => {
      const answers = Array.from({ length: crowd }, cancel);
      await tooMany();
      return [Promise.all(answers.map(async (answer) => (await answer).json()))];
    });
    const answers = [{ data: { cancelJobs: { errors: [{ code: "NOT_FOUND" }] } } }, { detail }];
    for (const answer of await inHand) expect(answers).toContainEqual(answer);
  });

  it("leave room for others when their callers have gone away", async () => {
    await whileNobodyCanRead(async () => {
      const leave = new AbortController();
      const all = Array.from({ length: crowd }, () => ask("/batches/", leave.signal));
      await tooMany();
      expect((await ask("/recipe-types/")).status).toBe(503);
      leave.abort();
      expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(Array(crowd).fill("rejected"));
      // Those in hand have their statements cancelled, and the others no longer wait.
      await expect.poll(statusSoon, { timeout: 40_000 }).toBe(404);
    });
    expect((await ask("/batches/")).status).toBe(200);
  });

  it("are refused whatever they accept", async () => {
    const [inHand] = await whileNobodyCanRead(async () => {
      const inHand = Promise.all(Array.from({ length: crowd }, () => ask("/batches/")));
      await tooMany();
      const response = await fetch(`${url}/batches/`, { headers: { accept: "text/event-stream, application/json" } });
      expect(response.status).toBe(503);
      return [inHand];
    });
    await inHand;
  });

  it("take no room while they come slowly, or after they have not come at all", async () => {
    const { port } = new URL(url);
    const sockets = Array.from({ length: crowd }, () => connect(Number(port), "127.0.0.1"));
    const head = ["POST /batches/ HTTP/1.1", "Host: a", "Content-Type: application/json", "Content-Length: 100", "", "{"];
    for (const socket of sockets) socket.write(head.join("\r\n"));
    await wait(200);
    expect((await ask("/batches/")).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it("do not keep a process from saying that it lives", async () => {
    const [all] = await whileNobodyCanRead(async () => {
      const all = Promise.all(Array.from({ length: crowd }, () => ask("/batches/")));
      await tooMany();
      expect((await ask("/healthz")).status).toBe(200);
      return [all];
    });
    await all;
  });

  it("take no room when their answers are not read", async () => {
    // More than what the kernel takes on its own.
    const description = "x".repeat(100_000);
    const type = await makeType(database(), "parse");
    const id = await submit(database(), type);
    await database().prisma.batch.update({ where: { id }, data: { description } });
    await database().query({
      text: `
      INSERT INTO batch (title, description, status, recipe_type_id, event_id, creator_job_id, definition)
      SELECT title, description, status, recipe_type_id, event_id, creator_job_id, definition FROM batch, generate_series(1, 99)`,
    });
    const sockets = Array.from({ length: crowd }, () => connect(Number(new URL(url).port), "127.0.0.1").pause());
    for (const socket of sockets) socket.write("GET /batches/ HTTP/1.1\r\nHost: a\r\n\r\n");
    await expect.poll(async () => (await ask("/recipe-types/")).status, { timeout: 40_000 }).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe("Requests in hand", () => {
  const connections = 16;

  /**
   * Lets twice as many ask as there are connections; none is refused.
   * @returns how many were in hand at most, where each is waited for and made for so many milliseconds
   */
  async function mostInHand({ waited, made }: { waited: number; made: number }): Promise<number> {
    const app = fastify();
    shedLoad(app, new Places(connections));
    let [inHand, most] = [0, 0];
    app.get("/", async () => {
      most = Math.max(most, ++inHand);
      await wait(waited);
      const end = performance.now() + made;
      while (performance.now() < end);
      inHand--;
      return "";
    });
    const end = performance.now() + 1000;
    const ask = async () => {
      while (performance.now() < end) expect((await app.inject("/")).statusCode).toBe(200);
    };
    await Promise.all(Array.from({ length: 2 * connections }, ask));
    await app.close();
    return most;
  }

  it("are few where they keep the process busy", async () => {
    expect(await mostInHand({ waited: 1, made: 5 })).toBe(4);
  });

  it("are as many as there are connections where the process waits for the database", async () => {
    expect(await mostInHand({ waited: 100, made: 0 })).toBe(connections);
  });
});
