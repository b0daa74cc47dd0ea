import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const executablePath = "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere) console.warn(`The pages are not opened in a browser: there is no ${executablePath}`);

const app = useApp(useDatabase());
const asBrowser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8" };
const page = (url: string) => app().inject({ url, headers: asBrowser });
const linksOf = (html: string) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, link]) => link as string);

describe("/ in a browser", () => {
  it("is the console; without scripts, it says what this is and how to load the sample, and leads to GraphiQL, REST and health", async () => {
    const { statusCode, headers, payload } = await page("/");
    expect([statusCode, headers["content-type"], headers.vary]).toEqual([200, "text/html; charset=utf-8", "Accept"]);
    expect(payload).toContain("Re-processes data in bulk");
    expect(payload).toContain("npm run load -- --sample");
    expect(linksOf(payload)).toEqual(expect.arrayContaining(["/graphql", "/docs/", "/healthz", "/readyz"]));
  });

  it("leads to nothing that is not there", async () => {
    const links = linksOf((await page("/")).payload);
    expect(links.filter((link) => /^\/console\/assets\/.*\.(js|css|svg)$/.test(link)).length).toBeGreaterThan(1);
    for (const link of links) expect((await page(link)).statusCode, link).toBe(200);
  });

  it("is told to load and run nothing but the gateway's own files, and has no script or style in itself", async () => {
    const { headers, payload } = await page("/");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';connect-src 'self';img-src 'self';script-src 'self';style-src 'self'",
    );
    expect(payload).not.toMatch(/<script(?![^>]*src="\/console\/assets\/)|<style|\son\w+=|style=|https?:/);
  });

  it("is the same page wherever in the console its address leads", async () => {
    const { payload } = await page("/");
    for (const url of ["/?status=FAILED", "/console", "/console/", "/console/batches/12?tab=jobs"])
      expect((await page(url)).payload, url).toBe(payload);
  });

  it("has files that browsers keep, compressed for those who take that, and none besides", async () => {
    const [script = ""] = /\/console\/assets\/[^"]*\.js/.exec((await page("/")).payload) ?? [];
    for (const encoding of ["br", "gzip"]) {
      const { headers } = await app().inject({ url: script, headers: { "accept-encoding": encoding } });
      expect(headers).toMatchObject({ "content-encoding": encoding, "cache-control": "public, max-age=31536000, immutable" });
    }
    for (const url of ["/console/assets/nothing.js", "/console/assets/..%2findex.html", "/console/assets/..%2f.stamp"])
      expect((await page(url)).statusCode, url).toBe(404);
  });
});

describe("Every page, and every answer", () => {
  it.each(["/", "/nowhere", "/graphql", "/docs/", "/batches/"])("is shown in no frame of another page: %s", async (url) => {
    const { headers } = await app().inject({ url, headers: { accept: url === "/batches/" ? "*/*" : asBrowser.accept } });
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    // Only pages have it.
    expect(headers["cross-origin-opener-policy"]).toBe(url === "/batches/" ? undefined : "same-origin");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("A path that leads nowhere", () => {
  it("runs no script, and loads nothing from anywhere", async () => {
    const { headers, payload } = await page("/nowhere");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none';/);
    expect(payload).not.toMatch(/<script|\son\w+=|src=|style=|https?:/);
  });

  it.each(["/nowhere", "/batches/nothing/", "/v4/", "/docs/nothing"])("gives a browser a page with a way back: %s", async (url) => {
    const { statusCode, headers, payload } = await page(url);
    expect([statusCode, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(linksOf(payload)).toEqual(["/"]);
  });

  it.each(["*/*", "application/json", "application/json, text/html;q=0.9", "image/avif,image/webp,*/*;q=0.8"])(
    "gives a program an error as any other, and so does /: %s",
    async (accept) => {
      for (const url of ["/nowhere", "/", "/console/batches/1"]) {
        const { status, headers, body } = await get(app(), url, { accept });
        expect([status, headers["content-type"], body]).toEqual([404, "application/json; charset=utf-8", { detail: "Not found" }]);
        expect(headers.vary).toBe("Accept");
      }
    },
  );

  it("gives an error to whoever sends something there, browser or not", async () => {
    const answer = await send(app(), { method: "POST", url: "/nowhere", payload: {}, headers: asBrowser });
    expect([answer.status, answer.body]).toEqual([404, { detail: "Not found" }]);
  });
});

describe.skipIf(!isThere)("The pages in a browser", () => {
  let browser: Browser;
  let tab: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const address = await app().listen({ port: 0, host: "127.0.0.1" });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    tab = await browser.newPage();
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await tab.goto(`${address}/nowhere`);
    // The style is let in by its hash.
    expect(await tab.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
  });
  afterAll(() => browser?.close());

  it("lead from a wrong path to the first page, and on to GraphiQL", async () => {
    await tab.getByRole("link", { name: "first page" }).click();
    await tab.getByRole("heading", { name: "Batches" }).waitFor();
    await tab.getByRole("link", { name: "GraphiQL", exact: true }).click();
    await tab.locator(".graphiql-query-editor").waitFor();
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });
});
