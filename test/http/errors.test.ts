import { type AddressInfo, connect } from "node:net";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { DomainError, errorCodes } from "../../src/domain/errors.js";
import { buildApp } from "../../src/http/buildApp.js";
import { errorTable, statusOf } from "../../src/http/errorTable.js";
import { get, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

describe("An error that is no fault of the caller's", () => {
  it("is masked, under an id that the log has too", async () => {
    const lines: string[] = [];
    const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
    const query = () => Promise.reject(new Error("relation batch of user postgres does not exist"));
    const broken = await buildApp({ database: { ...database(), query }, config: { trustedProxies: [] }, log });
    const { status, headers, body } = await get(broken, "/batches/?page=1", { "x-forwarded-user": "ada" });
    await broken.close();
    expect(status).toBe(500);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(body).toEqual({ detail: expect.stringMatching(/^Internal error [0-9a-f-]{36}$/) });
    const entries = lines.map((line) => JSON.parse(line));
    const logged = entries.find(({ errorId }) => errorId !== undefined);
    expect(body.detail).toBe(`Internal error ${logged.errorId}`);
    expect(logged.err.message).toContain("relation batch");
    expect(entries.at(-1)).toMatchObject({ method: "GET", url: "/batches/?page=1", status: 500, actor: "Anonymous" });
    expect(entries).toHaveLength(2);
  });
});

describe("An address that can't be read", () => {
  it("is refused as any other error", async () => {
    expect(await get(app(), "/batches/%zz/")).toMatchObject({ status: 400, body: { detail: expect.any(String) } });
  });
});

describe("What is no request", () => {
  /** The answer to some bytes. */
  async function answerTo(bytes: string): Promise<string> {
    const { port } = app().server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.end(bytes);
    return (await socket.setEncoding("utf8").toArray()).join("");
  }
  beforeAll(async () => {
    await app().listen({ port: 0, host: "127.0.0.1" });
  });

  it.each([
    ["nonsense\r\n\r\n", "400 Bad Request", "The request is not valid HTTP"],
    [`GET / HTTP/1.1\r\nhost: x\r\nx: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request Header Fields Too Large", "The headers are too large"],
  ])("is answered as any other error: %.20s", async (bytes, status, detail) => {
    const [head = "", body = ""] = (await answerTo(bytes)).split("\r\n\r\n");
    expect(head).toContain(`HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\n`);
    expect(head).toContain(`content-length: ${body.length}\r\n`);
    expect(JSON.parse(body)).toEqual({ detail });
  });
});

describe("The error table", () => {
  const status = (code: (typeof errorCodes)[number], path: string[]) => statusOf(new DomainError({ code, path, message: "m" }));

  it("maps every code to a client error", () => {
    for (const code of errorCodes) {
      for (const path of [[], ["title"]]) expect(status(code, path)).toSatisfy((number: number) => number >= 400 && number < 500);
      expect(errorTable[code].graphql).toMatch(/^[A-Z_]+$/);
    }
  });

  it("tells what is addressed and missing from a field that names what is missing", () => {
    expect([status("NOT_FOUND", []), status("NOT_FOUND", ["recipe_type_id"])]).toEqual([404, 400]);
  });
});
