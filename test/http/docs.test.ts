import { describe, expect, it } from "vitest";
import { openapi } from "../../src/rest/openapi.js";
import { useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

const fetched = async (url: string) => {
  const answer = await app().inject({ url });
  expect(answer.statusCode, url).toBe(200);
  return answer;
};

describe("/docs", () => {
  it.each(["/docs", "/docs/"])("is a page, and so is everything that it loads: %s", async (url) => {
    const { headers, payload } = await fetched(url);
    expect(headers["content-type"]).toMatch(/^text\/html/);
    const loaded = [...payload.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
    expect(loaded.length).toBeGreaterThan(4);
    for (const address of loaded) {
      const { pathname, host } = new URL(address, `http://gateway.example${url}`);
      expect(host).toBe("gateway.example");
      await fetched(pathname);
    }
  });

  it("describes the REST door", async () => {
    expect((await fetched("/docs/json")).json()).toEqual(JSON.parse(JSON.stringify(openapi)));
  });

  it("asks no outside host for anything: nothing says so, and the browser would not let it", async () => {
    const { headers } = await fetched("/docs");
    const policy = headers["content-security-policy"] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|upgrade-insecure-requests|unsafe-eval/);
    expect((await fetched("/docs/static/swagger-initializer.js")).payload).toContain("validatorUrl: null");
    expect((await fetched("/docs/static/swagger-ui.css")).payload).not.toMatch(/@import|url\(["']?(https?:)?\/\//);
  });
});

describe("Other paths", () => {
  it.each(["/foo", "/docs/foo", "/batches.json"])("are not found, and say so in JSON: %s", async (url) => {
    const answer = await app().inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ detail: "Not found" });
  });
});
