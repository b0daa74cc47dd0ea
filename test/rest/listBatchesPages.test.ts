import { beforeAll, describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const trusting = useApp(database, { trustedProxies: ["127.0.0.1"] });

beforeAll(async () => {
  const recipeType = await makeType(database(), "parse", { name: "scene" });
  for (let number = 1; number <= 5; number += 1) await submit(database(), recipeType, {}, { title: String(number) });
});

async function page(query: string, headers: Record<string, string> = { host: "gateway.example:8000" }, path = "/batches/") {
  const { status, body } = await get(app(), `${path}?${query}`, headers);
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...body, titles: body.results.map(({ title }: { title: string }) => title).join("") };
}

const here = "http://gateway.example:8000/batches/";

describe("Batch List's pages", () => {
  it("are the first, with up to 100 batches, where nothing is said", async () => {
    expect(await page("")).toMatchObject({ count: 5, next: null, previous: null, titles: "12345" });
  });

  it("lead on from page to page", async () => {
    expect(await page("page_size=2")).toMatchObject({ count: 5, previous: null, next: `${here}?page_size=2&page=2`, titles: "12" });
    expect(await page("page_size=2&page=2")).toMatchObject({
      count: 5,
      previous: `${here}?page_size=2`,
      next: `${here}?page_size=2&page=3`,
      titles: "34",
    });
    expect(await page("page_size=2&page=3")).toMatchObject({ previous: `${here}?page_size=2&page=2`, next: null, titles: "5" });
  });

  it("can be followed by their links to either end", async () => {
    const follow = async (start: string, link: "next" | "previous") => {
      const titles: string[] = [];
      for (let url: string | null = start; url; ) {
        const { body } = await get(app(), url.replace("http://gateway.example:8000", ""), { host: "gateway.example:8000" });
        titles.push(body.results.map(({ title }: { title: string }) => title).join(""));
        url = body[link];
      }
      return titles;
    };
    expect(await follow("/batches/?page_size=2&order=-id", "next")).toEqual(["54", "32", "1"]);
    expect(await follow("/batches/?page_size=2&order=-id&page=last", "previous")).toEqual(["1", "32", "54"]);
  });

  it("have the last one by its name", async () => {
    expect(await page("page_size=2&page=last")).toMatchObject({ previous: `${here}?page_size=2&page=2`, next: null, titles: "5" });
    expect(await page("page=last")).toMatchObject({ previous: null, next: null, titles: "12345" });
  });

  it("keep every other parameter in their links, repeated ones too, in their order and as they were written", async () => {
    const query = "status=SUBMITTED&order=title&page=2&order=-id&status=CREATED&page_size=2&recipe_type_name=scene&x=%20%C3%A9+a&y&z=";
    const others = "status=SUBMITTED&order=title&order=-id&status=CREATED&page_size=2&recipe_type_name=scene&x=%20%C3%A9+a&y&z=";
    expect(await page(query)).toMatchObject({ previous: `${here}?${others}`, next: `${here}?${others}&page=3` });
  });

  it("have no page in the link to the first one", async () => {
    const { previous } = await page("page=2&page_size=3");
    expect(previous).toBe(`${here}?page_size=3`);
    expect((await page("page=1&page=2&page_size=4&p%61ge=2")).previous).toBe(`${here}?page_size=4`);
  });

  it("have links with the prefix under which they were asked for", async () => {
    for (const prefix of ["/v4", "/api/v4"]) {
      const { next } = await page("page_size=2", undefined, `${prefix}/batches/`);
      expect(next).toBe(`http://gateway.example:8000${prefix}/batches/?page_size=2&page=2`);
    }
  });

  it.each(["+2", "%2B2", "%202%20", "02"])("are found by a number such as %s", async (number) => {
    expect((await page(`page=${number}&page_size=+2`)).titles).toBe("34");
  });

  it.each(["6", "2", "999999999999999999999999"])("do not include page %s, which is beyond the end", async (number) => {
    const { status, body } = await get(app(), `/batches/?page=${number}`);
    expect(status).toBe(404);
    expect(body.detail).toMatch(/^Invalid page /);
  });

  it.each(["0", "-1", "x", "", "1.0", "LAST", "%00", "1+1", "%2B+1", "%2B"])(
    "do not include page %j, which is no page number",
    async (number) => {
      const { status, body } = await get(app(), `/batches/?page=${number}`);
      expect(status).toBe(404);
      expect(body.detail).toMatch(/^Invalid page /);
    },
  );

  it("are one where there are no batches", async () => {
    for (const query of ["page=1", "page=last"]) {
      const { status, body } = await get(app(), `/batches/?recipe_type_name=none&${query}`);
      expect(status).toBe(200);
      expect(body).toEqual({ count: 0, next: null, previous: null, results: [] });
    }
    expect((await get(app(), "/batches/?recipe_type_name=none&page=2")).status).toBe(404);
  });
});

describe("Batch List's page_size", () => {
  it.each(["0", "-5", "x", "", "2.5"])("%j falls back to 100", async (size) => {
    expect(await page(`page_size=${size}`)).toMatchObject({ titles: "12345", next: null });
  });

  it("is at most 1000, and 100 where nothing is said", async () => {
    const { id, ...batch } = (await database().prisma.batch.findFirst({ orderBy: { id: "desc" } })) ?? { id: 0 };
    const copies = Array.from({ length: 1000 }, () => ({ ...batch, definition: {}, title: "copy" }));
    await database().prisma.batch.createMany({ data: copies as never });
    expect((await get(app(), "/batches/")).body.results).toHaveLength(100);
    expect((await get(app(), "/batches/?page_size=1000")).body.results).toHaveLength(1000);
    expect((await get(app(), "/batches/?page_size=1001")).body.results).toHaveLength(1000);
    const { body } = await get(app(), "/batches/?page_size=99999999999&page=2");
    expect(body).toMatchObject({ count: 1005, next: null, previous: "http://localhost:80/batches/?page_size=99999999999" });
    expect(body.results).toHaveLength(5);
  });
});

describe("Batch List's links behind a proxy", () => {
  const forwarded = { host: "inside:4000", "x-forwarded-proto": "https", "x-forwarded-host": "scale.example" };
  const next = async (server: ReturnType<typeof app>, remoteAddress: string): Promise<string> =>
    (await server.inject({ url: "/batches/?page_size=1", headers: forwarded, remoteAddress })).json().next;

  it("are those of the outside where the proxy is trusted", async () => {
    expect(await next(trusting(), "127.0.0.1")).toBe("https://scale.example/batches/?page_size=1&page=2");
  });

  it("are those of this host where it is not", async () => {
    expect(await next(trusting(), "10.0.0.1")).toBe("http://inside:4000/batches/?page_size=1&page=2");
    expect(await next(app(), "127.0.0.1")).toBe("http://inside:4000/batches/?page_size=1&page=2");
  });
});
