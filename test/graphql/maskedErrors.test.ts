import { Writable } from "node:stream";
import pino from "pino";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { all, transports } from "../support/subscriptions.js";

const lines: Record<string, unknown>[] = [];
const stream = new Writable({
  write(chunk, _encoding, done) {
    lines.push(JSON.parse(String(chunk)));
    done();
  },
});
const log = pino({ level: "error" }, stream);

const database = useDatabase();
const { app } = useGraphql(database, { log });

const secret = "batch_that_went_away";
afterEach(async () => {
  await database().query({ text: `ALTER TABLE IF EXISTS ${secret} RENAME TO batch` });
  lines.length = 0;
});

async function askBroken(query: string, headers: Record<string, string> = {}) {
  await database().query({ text: `ALTER TABLE batch RENAME TO ${secret}` });
  const { statusCode, payload } = await app().inject({ method: "POST", url: "/graphql", payload: { query }, headers });
  return { status: statusCode, payload };
}

describe("A fault of the server's", () => {
  it.each([
    ["a query", "{ batches { totalCount } }", 1],
    ["several fields of a query", "{ a: batch(id: 1) { id } b: batch(id: 2) { id } }", 2],
    ["a mutation", "mutation { cancelBatch(id: 1) { errors { code } } }", 1],
  ])("in %s is masked, under ids that the log has", async (_where, query, faults) => {
    const { status, payload } = await askBroken(query);
    expect(status).toBe(200);
    const { errors } = JSON.parse(payload) as { errors: { message: string; extensions: { code: string; errorId: string } }[] };
    expect(errors).toHaveLength(faults);
    for (const { message, extensions, ...place } of errors) {
      expect(extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(message).toBe(`Internal error ${extensions.errorId}`);
      expect(place).toMatchObject({ path: expect.any(Array), locations: expect.any(Array) });
      const logged = lines.filter(({ errorId }) => errorId === extensions.errorId);
      expect(logged).toHaveLength(1);
      expect(JSON.stringify(logged)).toMatch(/batch/);
    }
    for (const inside of ["relation", "SELECT", "prisma", "stack", "node_modules", ".ts", secret]) expect(payload).not.toContain(inside);
  });

  it("leaves the next request alone", async () => {
    await askBroken("{ batches { totalCount } }");
    await database().query({ text: `ALTER TABLE ${secret} RENAME TO batch` });
    const { payload } = await app().inject({ method: "POST", url: "/graphql", payload: { query: "{ batches { totalCount } }" } });
    expect(JSON.parse(payload)).toEqual({ data: { batches: { totalCount: 0 } } });
  });
});

describe("A fault of the server's in a stream", () => {
  const watched = graphql(`subscription WatchedInVain { batchProgress(id: 1) { total } }`);
  let address: string;
  beforeAll(async () => {
    address = await listen(app());
  });

  it.each(Object.entries(transports))("over %s is masked, under an id that the log has", async (_name, subscribe) => {
    await database().query({ text: `ALTER TABLE batch RENAME TO ${secret}` });
    const [answer, ...others] = await all(subscribe(address, watched, {}));
    const id = lines.find(({ errorId }) => errorId)?.errorId;
    expect(answer?.errors).toMatchObject([
      { message: `Internal error ${id}`, extensions: { code: "INTERNAL_SERVER_ERROR", errorId: id }, path: ["batchProgress"] },
    ]);
    expect(JSON.stringify([answer, others])).not.toContain("relation");
  });
});

it("What a caller can mend is not masked, and not in the log of errors", async () => {
  for (const query of ["{ banana }", "{", "{ batches(first: -1) { totalCount } }", "mutation { cancelBatch(id: 7) { errors { code } } }"]) {
    const { payload } = await app().inject({ method: "POST", url: "/graphql", payload: { query } });
    expect(payload).not.toContain("Internal error");
  }
  expect(lines).toEqual([]);
});
