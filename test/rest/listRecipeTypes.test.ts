import { beforeAll, describe, expect, it } from "vitest";
import { recipeTypeOrderNames } from "../../src/rest/recipeTypeQuery.js";
import { get, useApp } from "../support/app.js";
import { definitionOf, makeType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** By what each is called in the tests below; each was last modified at noon of its day in June 2015. */
const recipeTypes = [
  { name: "beta", version: "2.0", description: "1", day: 3 },
  { name: "alpha", version: "2.0", title: "A", description: "2", day: 1, triggerRule: "second" },
  { name: "alpha", version: "1.0", title: "B", description: "3", day: 2, isActive: false, triggerRule: "first" },
];

describe("Recipe Type List", () => {
  it("is empty where there are no recipe types", async () => {
    expect(await get(app(), "/recipe-types/")).toMatchObject({ status: 200, body: { count: 0, next: null, previous: null, results: [] } });
  });

  describe("with recipe types", () => {
    const ids: number[] = [];
    beforeAll(async () => {
      for (const { day, ...sketch } of recipeTypes) {
        const { id } = await makeType(database(), "parse publish<parse", sketch);
        ids.push(id);
        await database().pool.query("UPDATE recipe_type SET last_modified = $2 WHERE id = $1", [id, `2015-06-0${day} 12:00:00.123456+00`]);
      }
    });

    /** The descriptions of what a query finds, in its order. */
    async function found(query: string): Promise<string> {
      const { status, body } = await get(app(), `/recipe-types/?${query}`);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body.count).toBe(body.results.length);
      return body.results.map(({ description }: { description: string }) => description).join("");
    }

    async function refusal(query: string): Promise<string> {
      const { status, body } = await get(app(), `/recipe-types/?${query}`);
      expect(status).toBe(400);
      return body.detail;
    }

    it("shows every documented field, and no other", async () => {
      const { headers, body } = await get(app(), "/recipe-types/?name=alpha&version=1.0");
      expect(headers["content-type"]).toMatch(/^application\/json/);
      const { triggerRuleId } = await database().prisma.recipeType.findUniqueOrThrow({ where: { id: ids[2] as number } });
      expect(body).toStrictEqual({
        count: 1,
        next: null,
        previous: null,
        results: [
          {
            id: ids[2],
            name: "alpha",
            version: "1.0",
            title: "B",
            description: "3",
            is_active: false,
            definition: definitionOf("parse publish<parse"),
            revision_num: 1,
            created: time,
            last_modified: "2015-06-02T12:00:00.123Z",
            archived: time,
            trigger_rule: { id: triggerRuleId },
          },
        ],
      });
    });

    it("shows null for what has no value", async () => {
      const [beta] = (await get(app(), "/recipe-types/?name=beta")).body.results;
      expect(beta).toMatchObject({ title: null, archived: null, trigger_rule: null });
    });

    it.each(["/recipe-types/", "/v4/recipe-types/", "/api/v4/recipe-types/"])("is served at %s", async (path) => {
      expect((await get(app(), path)).body.results).toHaveLength(3);
    });

    it.each([
      ["name=alpha", "32"],
      ["name=alpha&name=beta", "321"],
      ["name=ALPHA", ""],
      ["name=", ""],
      ["name=%00", ""],
      ["name=%00&name=beta", "1"],
      ["version=2.0", "21"],
      ["version=2.0&name=alpha", "2"],
      ["is_active=true", "21"],
      ["is_active=False", "3"],
      ["is_active=true&name=alpha", "2"],
      ["foo=bar", "321"],
    ])("with %s finds %j", async (query, expected) => {
      expect(await found(query)).toBe(expected);
    });

    it.each(["1", "yes", "", "null"])("takes true and false for is_active, and not %j", async (value) => {
      expect(await refusal(`is_active=${value}`)).toBe("is_active: must be true or false");
    });

    it("has those that were last modified in a range of time, to the microsecond", async () => {
      expect(await found("started=2015-06-02T00:00:00Z")).toBe("31");
      expect(await found("ended=2015-06-02T23:00:00Z")).toBe("32");
      expect(await found("started=2015-06-02T12:00:00.123456Z&ended=2015-06-03T14:00:00.123456%2B02:00")).toBe("31");
      expect(await found("started=2015-06-02T12:00:00.123457Z")).toBe("1");
      expect(await found("ended=2015-06-02T12:00:00.123455Z")).toBe("2");
      expect(await found("started=PT1H")).toBe("");
      expect(await found("ended=PT1H")).toBe("321");
    });

    it("refuses a range that is none, naming every wrong parameter", async () => {
      expect(await refusal("started=2015-06-02&order=foo&is_active=x")).toMatch(/^order: .*; started: .*; is_active: /);
      expect(await refusal("started=2015-06-02T00:00:00Z&ended=2015-06-02T00:00:00Z")).toBe("started: must be before ended");
    });

    it.each([
      ["", "321"],
      ["order=last_modified", "231"],
      ["order=id", "123"],
      ["order=-id", "321"],
      ["order=-last_modified", "132"],
      ["order=name&order=version", "321"],
      ["order=name&order=-version", "231"],
      ["order=-name", "132"],
      ["order=name", "231"],
      ["order=title", "231"],
      ["order=-title", "132"],
      ["order=is_active", "312"],
      ["order=trigger_rule__name", "321"],
      ["order=trigger_rule__pk&order=-trigger_rule__configuration", "231"],
      ["order=-trigger_rule__name", "123"],
      ["order=version&order=-version&order=-id", "321"],
    ])("in the order of %j is %s", async (query, expected) => {
      expect(await found(query)).toBe(expected);
    });

    it.each(recipeTypeOrderNames)("can be ordered by %s", async (name) => {
      expect([...(await found(`order=${name}`))].sort().join("")).toBe("123");
      expect([...(await found(`order=-${name}`))].sort().join("")).toBe("123");
    });

    it.each(["foo", "", "--id", "definition", "constructor", "__proto__"])("refuses the order %j and names it", async (field) => {
      expect(await refusal(`order=${field}`)).toBe(`order: "${field}" is not a field that recipe types can be ordered by`);
    });

    it("leads on from page to page, keeping the other parameters", async () => {
      const page = async (query: string, prefix = "") => {
        const { body } = await get(app(), `${prefix}/recipe-types/?${query}`, { host: "gateway.example" });
        return { ...body, results: body.results.map(({ description }: { description: string }) => description).join("") };
      };
      const at = "http://gateway.example/recipe-types/?order=-id&page_size=2";
      expect(await page("order=-id&page_size=2")).toEqual({ count: 3, previous: null, next: `${at}&page=2`, results: "32" });
      expect(await page("order=-id&page_size=2&page=2")).toEqual({ count: 3, previous: at, next: null, results: "1" });
      expect(await page("order=-id&page_size=2&page=last")).toEqual({ count: 3, previous: at, next: null, results: "1" });
      expect((await page("page_size=1", "/api/v4")).next).toBe("http://gateway.example/api/v4/recipe-types/?page_size=1&page=2");
      expect((await page("page_size=3")).next).toBe(null);
    });

    it.each(["2", "0", "x", "999999999999999999999999"])("has no page %s", async (number) => {
      const { status, body } = await get(app(), `/recipe-types/?page=${number}`);
      expect(status).toBe(404);
      expect(body.detail).toMatch(/^Invalid page /);
    });
  });
});
