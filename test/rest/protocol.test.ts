import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { get, send, useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const app = useApp(database);
let recipeTypeId: number;
let id: number;
/** By the path, with 1 for the id. */
let details: Readonly<Record<string, string>>;
beforeAll(async () => {
  const recipeType = await makeType(database(), "parse");
  recipeTypeId = recipeType.id;
  id = await submit(database(), recipeType);
  const { creatorJobId } = await database().prisma.batch.findUniqueOrThrow({ where: { id } });
  details = {
    "/batches/1/": `/batches/${id}/`,
    "/recipe-types/1/": `/recipe-types/${recipeTypeId}/`,
    "/jobs/1/": `/jobs/${creatorJobId}/`,
  };
});

const error = { detail: expect.stringMatching(/./) };

describe.each(["", "/v3", "/api/v3", "/v4", "/api/v4", "/v5", "/api/v5"])("A path under %j", (prefix) => {
  it.each([
    ["/batches", "/batches/"],
    ["/batches?page=2&order=title&order=-id", "/batches/?page=2&order=title&order=-id"],
    ["/batches/validation", "/batches/validation/"],
    ["/batches/12", "/batches/12/"],
    ["/batches/12?a=/b", "/batches/12/?a=/b"],
    ["/recipe-types?order=-id&page=2", "/recipe-types/?order=-id&page=2"],
    ["/recipe-types/12", "/recipe-types/12/"],
    ["/jobs/12?a", "/jobs/12/?a"],
    ["/version", "/version/"],
  ])("that has no slash at its end is moved: %s", async (path, location) => {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const) {
      const { status, headers } = await send(app(), { method, url: prefix + path });
      expect({ status, location: headers.location }).toEqual({ status: 301, location: prefix + location });
    }
  });

  it("tells the gateway's version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await get(app(), `${prefix}/version/`)).toMatchObject({ status: 200, body: { version } });
  });

  it.each([
    ...["/", "/foo/", "/batches/foo", "/batches/foo/", "/batches/1/foo/", "/batches/1/jobs", "/batch/", "/batches//"],
    ...["/recipe-types/foo/", "/recipe-types/foo", "/recipe-types/1/foo/", "/jobs", "/jobs/", "/jobs/foo/"],
  ])("that is not known is not found: %s", async (path) => {
    expect(await get(app(), prefix + path)).toMatchObject({ status: 404, body: error });
  });

  it.each([
    ["/batches/", "GET, HEAD, POST, OPTIONS"],
    ["/batches/1/", "GET, HEAD, OPTIONS"],
    ["/batches/validation/", "POST, OPTIONS"],
    ["/recipe-types/", "GET, HEAD, OPTIONS"],
    ["/recipe-types/1/", "GET, HEAD, OPTIONS"],
    ["/jobs/1/", "GET, HEAD, OPTIONS"],
    ["/version/", "GET, HEAD, OPTIONS"],
  ])("names its methods: %s", async (path, allow) => {
    const allowed = allow.split(", ");
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const) {
      if (allowed.includes(method)) continue;
      const { status, headers, body } = await send(app(), { method, url: prefix + path });
      expect({ method, status, allow: headers.allow }).toEqual({ method, status: 405, allow });
      if (method !== "HEAD") expect(body).toEqual({ detail: `Method "${method}" not allowed` });
    }
    const { status, headers } = await send(app(), { method: "OPTIONS", url: prefix + path });
    expect({ status, allow: headers.allow }).toEqual({ status: 200, allow });
  });
});

describe("A request", () => {
  it("for the methods of a path may have a body that is not looked at", async () => {
    const broken = { payload: "{", headers: { "content-type": "application/json" } };
    const { status, headers } = await send(app(), { method: "OPTIONS", url: "/batches/1/", ...broken });
    expect({ status, allow: headers.allow }).toEqual({ status: 200, allow: "GET, HEAD, OPTIONS" });
  });

  it("may come as to a proxy: links, too, are of the host and path that it names there", async () => {
    const { port } = new URL(await listen(app()));
    const ask = async (line: string, body = "") => {
      const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8");
      const head = [
        `${line} HTTP/1.1`,
        "Host: another.example",
        "Content-Type: application/json",
        `Content-Length: ${body.length}`,
        "Connection: close",
      ];
      socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
      return (await text(socket)).toString();
    };
    await submit(database(), await makeType(database(), "parse"));
    expect(await ask("GET http://gateway/batches/?page_size=1")).toContain('"next":"http://gateway/batches/?page_size=1&page=2"');
    expect(await ask("GET HTTPS://user:secret@gateway:8443?page_size=1")).toMatch(/^HTTP\/1.1 404 /);
    const other = await ask("GET HTTP://user:secret@gateway:8443/v4/recipe-types/?page_size=1");
    expect(other).toContain('"next":"http://gateway:8443/v4/recipe-types/?page_size=1&page=2"');
    expect(await ask("GET http:///batches/?page_size=1")).toContain('"next":"http://another.example/batches/?page_size=1&page=2"');
    expect(await ask("GET http://gateway/batches")).toMatch(/^HTTP\/1.1 301 .*location: \/batches\/\r/s);
    const created = await ask("POST http://gateway/batches/", JSON.stringify({ recipe_type_id: recipeTypeId, definition: {} }));
    expect(created).toMatch(/^HTTP\/1.1 201 .*location: http:\/\/gateway\/batches\/\d+\/\r/s);
    expect(await ask("GET http://gateway")).toMatch(/^HTTP\/1.1 404 /);
  });

  it("without a slash at its end is moved before its body is read", async () => {
    const before = await database().prisma.batch.count();
    for (const payload of ["{", JSON.stringify({ recipe_type_id: recipeTypeId, definition: {} })]) {
      const answer = await send(app(), { method: "POST", url: "/batches", payload, headers: { "content-type": "application/json" } });
      expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 301, location: "/batches/" });
    }
    expect(await database().prisma.batch.count()).toBe(before);
  });

  it("is told of what it has asked for in its own words", async () => {
    expect((await get(app(), "/batches/9223372036854775808/")).body.detail).toContain("9223372036854775808");
    expect((await get(app(), "/batches/?page=9007199254740993")).body.detail).toContain('"9007199254740993"');
  });
});

describe("HEAD", () => {
  it.each([...["/batches/", "/batches/1/"], ...["/recipe-types/", "/recipe-types/1/", "/jobs/1/"]])(
    "answers as GET does, without a body: %s",
    async (path) => {
      const url = details[path] ?? path;
      const [head, whole] = await Promise.all([app().inject({ method: "HEAD", url }), app().inject({ url })]);
      expect(head.payload).toBe("");
      expect(head.statusCode).toBe(200);
      for (const name of ["content-type", "content-length"]) expect(head.headers[name]).toBe(whole.headers[name]);
    },
  );

  it("says 404 where GET does", async () => {
    expect(await app().inject({ method: "HEAD", url: "/batches/999999/" })).toMatchObject({ statusCode: 404, payload: "" });
  });
});

describe("Accept", () => {
  it.each([
    undefined,
    "",
    "*/*",
    "application/*",
    "application/json",
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "text/html, application/json",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "application/json;q=0.1",
    "*/*;q=0, application/json",
    "application/*;q=0, application/json;version=4",
  ])("may be %j", async (accept) => {
    expect((await get(app(), "/batches/", accept === undefined ? {} : { accept })).status).toBe(200);
  });

  it.each([
    "text/html",
    "application/xml, text/*",
    "application/json;q=0",
    "application/json; q=0.0, */*",
    "*/*;q=0",
    "application/*;q=0, */*",
    "json",
  ])("may not be %j: 406", async (accept) => {
    for (const url of ["/batches/", "/recipe-types/", ...Object.values(details)]) {
      const { status, headers, body } = await get(app(), url, { accept });
      expect(status).toBe(406);
      expect(headers["content-type"]).toMatch(/^application\/json/);
      expect(body).toEqual(error);
    }
  });

  it("that excludes JSON keeps a batch from being created", async () => {
    const before = await database().prisma.batch.count();
    const payload = { recipe_type_id: recipeTypeId, definition: {} };
    expect((await send(app(), { method: "POST", url: "/batches/", payload, headers: { accept: "text/html" } })).status).toBe(406);
    expect(await database().prisma.batch.count()).toBe(before);
  });
});

describe.each(["/batches/", "/batches/validation/"])("A body for %s", (url) => {
  const sendBody = (payload: string | undefined, type?: string) =>
    send(app(), {
      method: "POST",
      url,
      ...(payload !== undefined && { payload }),
      headers: type === undefined ? {} : { "content-type": type },
    });
  const valid = () => JSON.stringify({ recipe_type_id: recipeTypeId, definition: {} });

  it("may have a hundred thousand mistakes; the first hundred are told", async () => {
    const keys = Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [i, 0]));
    for (const [definition, told] of [
      [keys, 100],
      [{ job_names: Array(1000).fill("\0") }, 100],
      [{ job_names: Array(100_000).fill("\0") }, 1],
    ] as const) {
      const { status, body } = await sendBody(JSON.stringify({ recipe_type_id: recipeTypeId, definition }), "application/json");
      expect(status).toBe(400);
      expect(body.detail.split("; ")).toHaveLength(told);
    }
  });

  it("must be UTF-8", async () => {
    const payload = Buffer.from(JSON.stringify({ recipe_type_id: recipeTypeId, title: "café", definition: {} }), "latin1");
    const { status, body } = await send(app(), { method: "POST", url, payload, headers: { "content-type": "application/json" } });
    expect({ status, body }).toEqual({ status: 400, body: error });
    expect(
      (await sendBody(JSON.stringify({ recipe_type_id: recipeTypeId, title: "café", definition: {} }), "application/json")).status,
    ).toBeLessThan(300);
  });

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON"])("may be %s", async (type) => {
    expect((await sendBody(valid(), type)).status).toBeLessThan(300);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "nonsense", ""])(
    "may not be %j: 415",
    async (type) => {
      expect(await sendBody(valid(), type)).toMatchObject({ status: 415, body: error });
    },
  );

  it.each(["{", '{"recipe_type_id": 1,}', "recipe_type_id=1", '{"a": 1} {"b": 2}', "", '{"__proto__": {}}'])(
    "must be JSON, which %j is not: 400",
    async (payload) => {
      const { status, body } = await sendBody(payload, "application/json");
      expect(status).toBe(400);
      expect(body.detail).toMatch(/^JSON parse error - /);
    },
  );

  it("must be there", async () => {
    expect(await sendBody(undefined)).toMatchObject({ status: 400, body: error });
  });

  it("may have a mebibyte, and no more: 413", async () => {
    const ofSize = (size: number) => {
      const frame = JSON.stringify({ recipe_type_id: recipeTypeId, definition: {} });
      return frame.replace("{", `{${" ".repeat(size - frame.length)}`);
    };
    expect((await sendBody(ofSize(1_048_576), "application/json")).status).toBeLessThan(300);
    expect(await sendBody(ofSize(1_048_577), "application/json")).toMatchObject({ status: 413, body: error });
  });
});
