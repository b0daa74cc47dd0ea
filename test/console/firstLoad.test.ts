import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

const folder = new URL("../../dist/console/", import.meta.url);
const page = readFileSync(new URL("index.html", folder), "utf8");
const namesIn = (text: string) => [...new Set(text.match(/\bassets\/[\w.-]+\.(js|css|svg)\b/g) ?? [])];

it("What the console loads first is under 200 kB, compressed by gzip", () => {
  const loaded = namesIn(page);
  expect(loaded.length).toBeGreaterThan(1);
  const sizes = loaded.map((name) => readFileSync(new URL(`${name}.gz`, folder)).length);
  expect(sizes.reduce((sum, size) => sum + size, gzipSync(page).length)).toBeLessThan(200_000);
});

it("What runs first is one script, which asks for the list's rows before any library is run", async () => {
  expect(namesIn(page).filter((name) => name.endsWith(".js"))).toHaveLength(1);
  const { output } = (await build({ build: { write: false } })) as Rolldown.RolldownOutput;
  // In the order in which they run.
  const modules = output[0].moduleIds;
  const asking = modules.findIndex((id) => id.endsWith("/pages/batches/firstPage.ts"));
  expect(modules.findIndex((id) => id.includes("/node_modules/"))).toBeGreaterThan(asking);
  expect(asking).toBeGreaterThan(0);
});

it("The pages behind the first one are loaded when they are opened", () => {
  const others = readdirSync(new URL("assets/", folder)).filter((name) => name.endsWith(".js") && !page.includes(name));
  expect(others.map((name) => name.replace(/-.*$/, ""))).toEqual(expect.arrayContaining(["Batch", "Queues", "SignIn", "openIdConnect"]));
});
