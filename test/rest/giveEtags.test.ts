import { beforeAll, describe, expect, it } from "vitest";
import { get, post, send, useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
let id: number;
let recipeTypeId: number;
beforeAll(async () => {
  const recipeType = await makeType(database(), "parse");
  recipeTypeId = recipeType.id;
  id = await submit(database(), recipeType);
});

/** The status of a path that is asked for again. */
const statusFor = async (url: string, known: string) => (await get(app(), url, { "if-none-match": known })).status;
const etagOf = async (url: string) => (await get(app(), url)).headers.etag as string;

describe("An ETag", () => {
  it.each(["", "/v4", "/api/v5"])("is on lists and details, and lets a poller be answered 304 without a body: %j", async (prefix) => {
    const { creatorJobId } = await database().prisma.batch.findUniqueOrThrow({ where: { id } });
    const details = [`/batches/${id}/`, `/recipe-types/${recipeTypeId}/`, `/jobs/${creatorJobId}/`];
    for (const path of ["/batches/", "/batches/?page_size=1", "/recipe-types/", ...details]) {
      const url = prefix + path;
      const etag = await etagOf(url);
      expect(etag, url).toMatch(/^"[\w-]{43}"$/);
      expect(await get(app(), url)).toMatchObject({ status: 200, headers: { etag, "cache-control": "no-cache" } });
      const again = await get(app(), url, { "if-none-match": etag });
      expect(again).toMatchObject({ status: 304, headers: { etag, "cache-control": "no-cache" }, body: null });
      expect(again.headers["content-type"]).toBeUndefined();
    }
  });

  it("is known by itself, in a list, weakened by a proxy, and by a star, and by nothing else", async () => {
    const url = `/batches/${id}/`;
    const etag = await etagOf(url);
    for (const known of [etag, `"a", ${etag}`, `W/${etag}`, `W/"a",W/${etag}`, "*"]) expect(await statusFor(url, known), known).toBe(304);
    for (const known of ['"a"', etag.slice(1, -1), `${etag}x`, ""]) expect(await statusFor(url, known), known).toBe(200);
  });

  it("is another one when something has changed", async () => {
    const urls = ["/batches/", `/batches/${id}/`];
    const before = await Promise.all(urls.map(etagOf));
    await database().prisma.batch.update({ where: { id }, data: { title: "Changed" } });
    for (const [i, url] of urls.entries()) expect(await statusFor(url, before[i] as string)).toBe(200);
  });

  it("serves HEAD as it serves GET", async () => {
    const url = `/batches/${id}/`;
    const etag = await etagOf(url);
    const head = (headers = {}) => app().inject({ method: "HEAD", url, headers });
    expect(await head()).toMatchObject({ statusCode: 200, headers: { etag }, payload: "" });
    expect(await head({ "if-none-match": etag })).toMatchObject({ statusCode: 304, headers: { etag }, payload: "" });
  });

  it("is not on errors, nor on what is created or validated", async () => {
    const input = { recipe_type_id: recipeTypeId, definition: { all_jobs: true } };
    const any = { "if-none-match": "*" };
    const answers = [
      await get(app(), "/batches/0/", any),
      await get(app(), "/batches/?order=foo", any),
      await get(app(), "/batches/", { ...any, accept: "text/html" }),
      await post(app(), "/batches/validation/", input, any),
      await post(app(), "/batches/", input, any),
      await send(app(), { method: "PATCH", url: "/batches/", headers: any }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.etag])).toEqual(
      [404, 400, 406, 200, 201, 405].map((status) => [status, undefined]),
    );
  });
});
