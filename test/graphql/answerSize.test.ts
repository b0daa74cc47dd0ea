import { Writable } from "node:stream";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { get, post } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { TypedDocumentString } from "../support/generated/graphql.js";
import { listen, useGraphql } from "../support/graphql.js";
import { all, byPost, byWebSocket } from "../support/subscriptions.js";

const lines: string[] = [];
const stream = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

const database = useDatabase();
const { app } = useGraphql(database, { log: pino({ level: "error" }, stream) });

const [count, size] = [20, 600_000];
let id: number;
let address: string;
/** Batches of a time when texts had no limit: 12 MB, of which JSON makes a little more. */
beforeAll(async () => {
  id = await submit(database(), await makeType(database(), "parse"));
  for (let i = 1; i < count; i++) await submit(database(), await makeType(database(), `parse${i}`));
  await database().query({ text: "UPDATE batch SET description = repeat('x', $1::int) || chr(10)" }, [size]);
  await database().query({ text: "UPDATE batch_event SET reason = repeat('y', $1::int)" }, [size]);
  address = await listen(app());
});

const tooLarge = { errors: [{ message: expect.stringContaining("8388608 characters"), extensions: { code: "TOO_LARGE" } }] };
const aliases = (n: number, field: string) => Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(" ");

describe("An answer", () => {
  it.each([
    ["texts of many rows", () => `{ batches { nodes { description } } }`],
    ["a list within the rows", () => `{ batches { nodes { events { reason } } } }`],
    ["one text under many names", () => `{ batch(id: ${id}) { ${aliases(200, "description")} } }`],
    ["one list under many names", () => `{ batch(id: ${id}) { ${aliases(200, "events { reason }")} } }`],
    ["one object under many names", () => `{ ${aliases(100, `batch(id: ${id}) { description }`)} }`],
    ["a few rows under many names", () => `{ batches(first: 3) { nodes { ${aliases(200, "description")} } } }`],
    ["a name of a megabyte for each row", () => `{ batches { nodes { ${"n".repeat(900_000)}: id } } }`],
    ["objects that graphql-js reads", () => `{ node(id: "${globalId()}") { ... on Batch { ${aliases(200, "description")} } } }`],
    ["a change", () => `mutation { updateBatch(id: ${id}, input: { title: "x" }) { batch { ${aliases(200, "description")} } } }`],
  ])("that would be too large is refused: %s", async (_what, query) => {
    for (let again = 0; again < 2; again++) {
      const { status, body } = await post(app(), "/graphql", { query: query() });
      expect({ status, body }).toMatchObject({ status: 200, body: tooLarge });
      expect(body.data ?? null).toBeNull();
    }
  });

  it.each([
    ["Server-Sent Events", byPost],
    ["WebSocket", byWebSocket],
  ])("is refused by %s, too", async (_way, ask) => {
    const query = `{ batch(id: ${id}) { ${aliases(200, "description")} } }`;
    const [answer] = await all(ask(address, new TypedDocumentString<unknown, Record<string, never>>(query), {}));
    expect(answer).toMatchObject(tooLarge);
  });

  it("is given where it is not", async () => {
    const { body } = await post(app(), "/graphql", { query: "{ batches(first: 8) { nodes { description } } }" });
    expect(body.data.batches.nodes.map(({ description }: { description: string }) => description.length)).toEqual(Array(8).fill(size + 1));
  });

  it("is refused by REST, which a smaller page is not", async () => {
    expect(await get(app(), "/batches/")).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("ask for smaller pages") },
    });
    expect((await get(app(), "/batches/?page_size=8")).body.results).toHaveLength(8);
    expect((await get(app(), `/batches/${id}/`)).body.description).toHaveLength(size + 1);
  });

  it("to a change keeps what can be read, where one field is too large", async () => {
    const other = await submit(database(), await makeType(database(), "parse"));
    const text = "UPDATE batch_event SET reason = repeat('y', $2::int) WHERE batch_id = $1::int";
    await database().query({ text }, [other, 9_000_000]);
    const query = `mutation { updateBatch(id: ${other}, input: { title: "x" }) { errors { code } batch { events { reason } } } }`;
    for (let again = 0; again < 3; again++) {
      const { body } = await post(app(), "/graphql", { query });
      expect(body).toMatchObject({
        data: { updateBatch: { errors: [], batch: null } },
        errors: [{ path: ["updateBatch", "batch", "events"] }],
      });
      expect(body.errors).toMatchObject(tooLarge.errors);
    }
  });

  it("that is too large is no fault of ours", () => {
    expect(lines).toEqual([]);
  });
});

const globalId = () => Buffer.from(`Batch:${id}`).toString("base64url");

describe("The errors of an answer", () => {
  it("are bounded, and the last says how many there are", async () => {
    const query = `{ ${aliases(150, `batch(id: ${id}) { ...Every }`)} } fragment Every on Batch { id }`;
    await database().query({ text: "ALTER TABLE batch RENAME TO away" });
    const { body } = await post(app(), "/graphql", { query });
    await database().query({ text: "ALTER TABLE away RENAME TO batch" });
    expect(body.errors).toHaveLength(101);
    expect(body.errors.at(-1)).toEqual({ message: "50 more errors are not shown", extensions: { code: "INTERNAL_SERVER_ERROR" } });
  });

  it.each([
    ["a long name", () => `{ ${"n".repeat(900_000)} }`],
    ["a long text", () => `{ batches(first: "${"n".repeat(900_000)}") { totalCount } }`],
    ["many long names", () => `{ ${Array.from({ length: 2900 }, (_, i) => `${"n".repeat(300)}${i}`).join(" ")} }`],
    ["a long name in their paths", () => `{ batches { nodes { ${"n".repeat(900_000)}: jobs(first: -1) { totalCount } } } }`],
    ["a document that is none", () => `{ ${"n".repeat(900_000)}`],
  ])("are short where the document has %s", async (_what, query) => {
    const { body } = await post(app(), "/graphql", { query: query() });
    expect(body.errors[0]).toMatchObject({ message: expect.any(String), extensions: { code: expect.any(String) } });
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
  });
});
