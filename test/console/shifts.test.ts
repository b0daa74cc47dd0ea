import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const { open } = useConsole(database);

describe.skipIf(!hasBrowser)("On a slow network, nothing jumps while it loads:", () => {
  const paths: string[] = [];
  beforeAll(async () => {
    const type = await makeType(database(), "parse publish<parse", { name: "slow" });
    await makeManyRecipes(database(), type, 3);
    const id = await submit(database(), type, { all_jobs: true }, { title: "Slow" });
    paths.push("/", "/console/recipe-types", `/console/recipe-types/${type}`, `/console/batches/${id}`);
    paths.push(`/console/batches/new?type=${type}`, "/console/queues");
  });

  it.each([1280, 360])("at %d px", async (width) => {
    const shifts: Record<string, number> = {};
    for (const path of paths) {
      const page = await open("about:blank", { viewport: { width, height: 800 } });
      await page.addInitScript(`globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) shift += value;
        }).observe({ type: "layout-shift", buffered: true });`);
      await page.route("**/*", (route) => wait(150).then(() => route.continue()));
      await page.goto(path, { waitUntil: "networkidle" });
      await page.locator("h1").waitFor();
      await expect.poll(() => page.locator(".skeleton").count()).toBe(0);
      shifts[path] = Number(await page.evaluate("shift"));
      await page.close();
    }
    // Of 1, which would be everything. Browsers call 0.1 good.
    for (const [path, shift] of Object.entries(shifts)) expect(shift, path).toBeLessThan(0.02);
  });
});
