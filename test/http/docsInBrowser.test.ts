import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const executablePath = "/usr/bin/chromium";

const database = useDatabase();
const app = useApp(database);

describe.skipIf(!existsSync(executablePath))("/docs in a browser", () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  const requested = new Set<string>();
  const complaints: string[] = [];
  beforeAll(async () => {
    address = await app().listen({ port: 0, host: "127.0.0.1" });
    await submit(database(), await makeType(database(), "parse"), {}, { title: "Seen in the docs" });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage();
    page.on("request", (request) => requested.add(new URL(request.url()).origin));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${address}/docs`);
    await page.getByText("Returns a list of all batches").waitFor();
  });
  afterAll(() => browser?.close());

  it("shows every operation", async () => {
    for (const summary of ["Creates a new batch", "Validates a new batch", "Returns batch details"]) {
      expect(await page.getByText(summary).count(), summary).toBe(1);
    }
  });

  it("sends a request and shows the answer", async () => {
    await page.getByText("Returns a list of all batches").click();
    await page.getByRole("button", { name: "Execute" }).click();
    await page.getByText("Seen in the docs").first().waitFor();
  });

  it("asks no other host for anything, and the browser has nothing to complain of", () => {
    expect([...requested].filter((origin) => origin !== "null")).toEqual([address]);
    expect(complaints).toEqual([]);
  });
});
