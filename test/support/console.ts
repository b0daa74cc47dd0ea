import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FastifyInstance } from "fastify";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Database } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";
import { type AppSettings, useApp } from "./app.js";
import { listen } from "./graphql.js";

const executablePath = "/usr/bin/chromium";

/** Whether there is a browser; where not, the tests of the console are skipped. */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`The console is not opened in a browser: there is no ${executablePath}`);

/** axe-core as a script for pages. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface ConsolePages {
  readonly address: () => string;
  /** A page of a context of its own, at a path of the console. */
  open(path: string, options?: Parameters<Browser["newContext"]>[0]): Promise<Page>;
  /** Stops the gateway in order, as an upgrade does, and starts another at its address. */
  restart(): Promise<void>;
  /** What browsers had to complain of: broken scripts, and what the policy forbids. */
  readonly complaints: readonly string[];
  /** All hosts that pages asked for something. */
  readonly origins: ReadonlySet<string>;
}

/** Gives the test file (or `describe`) the gateway with its console, and a browser. */
export function useConsole(database: () => Database, settings?: AppSettings): ConsolePages {
  const app = useApp(database, settings);
  const complaints: string[] = [];
  const origins = new Set<string>();
  let browser: Browser | undefined;
  let address = "";
  let next: FastifyInstance | undefined;
  beforeAll(async () => {
    if (!hasBrowser) return;
    address = await listen(app());
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
  });
  afterAll(async () => {
    await browser?.close();
    await next?.close();
  });
  return {
    address: () => address,
    complaints,
    origins,
    async restart() {
      await app().close();
      next = await buildApp({ database: database(), config: { trustedProxies: [], identity: null }, throwsFaults: true });
      await next.listen({ port: Number(new URL(address).port), host: "127.0.0.1" });
    },
    async open(path, options) {
      const context = await (browser as Browser).newContext({ baseURL: address, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on("request", (request) => origins.add(new URL(request.url()).origin));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && page.url().startsWith(address) && complaints.push(message.text()));
      await page.goto(path);
      return page;
    },
  };
}

/** Has axe look at a page in light and in dark, and looks whether it fits on a narrow screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // A page's policy lets no script in; the debugger's is let in all the same.
  await session.send("Runtime.evaluate", { expression: axe });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary])))",
    );
    expect(violations, colorScheme).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate("document.documentElement.scrollWidth"), "width at 360 px").toBeLessThanOrEqual(360);
  if (size) await page.setViewportSize(size);
}
