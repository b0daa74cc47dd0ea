import { existsSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createKey } from "../../src/domain/key/createKey.js";
import { revokeKey } from "../../src/domain/key/revokeKey.js";
import { buildApp } from "../../src/http/buildApp.js";
import { makeManyRecipes, makeType, runBatch, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen, useGraphql } from "../support/graphql.js";

const executablePath = "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere) console.warn(`GraphiQL is not opened in a browser: there is no ${executablePath}`);

const database = useDatabase();
const { app } = useGraphql(database);
const asBrowser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("A browser that asks for /graphql", () => {
  it("gets a page, compressed where it can take that, the same each time", async () => {
    const plain = await app().inject({ url: "/graphql", headers: asBrowser });
    expect([plain.statusCode, plain.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(plain.payload).toMatch(/^<!doctype html>/i);
    const small = await app().inject({ url: "/graphql", headers: { ...asBrowser, "accept-encoding": "br, gzip" } });
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(small.headers.etag).toBe(plain.headers.etag);
    const again = await app().inject({ url: "/graphql", headers: { ...asBrowser, "if-none-match": String(plain.headers.etag) } });
    expect([again.statusCode, again.payload]).toEqual([304, ""]);
  });

  it("is told to run no other script than the page's own, to load nothing from elsewhere, and to show it in no frame", async () => {
    const { headers } = await app().inject({ url: "/graphql", headers: asBrowser });
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'.*script-src 'sha256-[\w+/]+=*';/);
    expect(headers["content-security-policy"]).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin" });
  });

  it("gets the page too where its address has a query, as GraphiQL writes it", async () => {
    const { statusCode, payload } = await app().inject({ url: "/graphql?query={__typename}", headers: asBrowser });
    expect([statusCode, payload.slice(0, 9).toLowerCase()]).toEqual([200, "<!doctype"]);
  });

  it("gets an answer where it is a program", async () => {
    const headers = { accept: "*/*", "apollo-require-preflight": "1" };
    expect((await app().inject({ url: "/graphql?query={__typename}", headers })).json()).toEqual({ data: { __typename: "Query" } });
    expect((await app().inject({ url: "/graphql", headers: { accept: "application/json" } })).statusCode).toBe(400);
  });
});

describe.skipIf(!isThere)("GraphiQL in a browser", () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  let running: number;
  const requested = new Set<string>();
  const faults: string[] = [];
  let workers = 0;
  beforeAll(async () => {
    const type = await makeType(database(), "parse publish<parse", { name: "landsat-scene" });
    await makeManyRecipes(database(), type, 3);
    await runBatch(database(), type, { all_jobs: true });
    running = await submit(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id: running }, data: { title: "Seen in GraphiQL", totalCount: 8, createdCount: 2 } });
    address = await listen(app());
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
    page = await browser.newPage();
    page.on("request", (request) => requested.add(new URL(request.url()).origin));
    page.on("websocket", (socket) => requested.add(new URL(socket.url().replace("ws", "http")).origin));
    page.on("pageerror", (error) => faults.push(error.message));
    // What the page's policy forbids is said there.
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("worker", () => workers++);
    await page.goto(`${address}/graphql`, { timeout: 120_000 });
    await page.locator(".graphiql-query-editor").waitFor();
  });
  afterAll(() => browser?.close());

  const result = (on = page) => on.locator(".result-window");
  /** Runs the operation of this name, of those in the editor. */
  async function run(operation: string, on = page): Promise<void> {
    await on.locator(".graphiql-execute-button").click();
    await on.getByRole("menuitem", { name: operation, exact: true }).click();
  }

  it("runs the first of the operations that it opens with, and shows the answer", async () => {
    await run("Overview");
    await result().getByText("landsat-scene").first().waitFor();
    await result().getByText("Seen in GraphiQL").first().waitFor();
    expect(await result().innerText()).not.toContain("errors");
  });

  it.each([
    ["Validate", "validateBatch"],
    ["Create", "createBatch"],
    ["Watch", "batch"],
  ])("runs %s of those that it opens with", async (operation, field) => {
    await run(operation);
    await result().getByText(`"${field}"`, { exact: true }).waitFor();
    expect(await result().innerText()).toContain('"data"');
    expect(await result().innerText()).not.toContain('"locations"');
  });

  it("watches a batch, and shows what happens as it happens", async () => {
    const subscription = `subscription { batchProgress(id: ${running}) { status percent } }`;
    await page.goto(`${address}/graphql?query=${encodeURIComponent(subscription)}`);
    await page.locator(".graphiql-query-editor").getByText("batchProgress").waitFor();
    await page.locator(".graphiql-execute-button").click();
    await result().getByText("25", { exact: true }).waitFor();
    await database().prisma.batch.update({ where: { id: running }, data: { createdCount: 4 } });
    await result().getByText("50", { exact: true }).waitFor();
    await database().prisma.batch.update({ where: { id: running }, data: { status: "CANCELED" } });
    await result().getByText("CANCELED").waitFor();
  });

  it("has the same in its editor after a reload, and runs it again", async () => {
    await page.reload();
    await page.locator(".graphiql-query-editor").getByText("batchProgress").waitFor();
    await page.locator(".graphiql-execute-button").click();
    await result().getByText("CANCELED").waitFor();
  });

  it("asks by the key in its editor of headers, loses its stream with it, and keeps it nowhere", async () => {
    const identity = { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null };
    const asking = await buildApp({ database: database(), config: { trustedProxies: [], identity } });
    onTestFinished(() => asking.close());
    const { id } = await database().prisma.batch.findFirstOrThrow({ where: { id: { not: running } } });
    await database().prisma.batch.update({ where: { id }, data: { status: "CREATING" } });
    const document = `query Who { viewer { name } } subscription Watch { batchProgress(id: ${id}) { status } }`;
    const other = await browser.newPage();
    await other.goto(`${await listen(asking)}/graphql?query=${encodeURIComponent(document)}`);
    await other.locator(".graphiql-query-editor").getByText("batchProgress").waitFor();
    await run("Who", other);
    await result(other).getByText('"UNAUTHENTICATED"').waitFor();
    const key = await createKey(database(), { name: "ada", role: "READER" }, null);
    await other.getByRole("button", { name: "Headers" }).click();
    await other.locator(".graphiql-editor-tool").click();
    await other.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${key}` }));
    await run("Who", other);
    await result(other).getByText('"ada"').waitFor();
    await run("Watch", other);
    await result(other).getByText('"CREATING"').waitFor();
    await revokeKey(database(), key.slice(0, 11));
    await result(other).getByText('"UNAUTHENTICATED"').waitFor();
    const kept = await other.evaluate<string>(
      "JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    expect(kept).not.toContain(key);
  });

  it("asks no other host for anything, and nothing in it fails", () => {
    expect([...requested].filter((origin) => origin !== "null")).toEqual([address]);
    expect(faults).toEqual([]);
    expect(workers).toBeGreaterThan(0);
  });
});
