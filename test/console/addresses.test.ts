import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../../src/console/", import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("generated"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

it("Each address of the console that its sources lead to has a page", () => {
  const app = readFileSync(new URL("shell/App.tsx", folder), "utf8");
  const routes = [...app.matchAll(/ path="([^"]+)"/g)].map(([, path = ""]) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`));
  const addresses = sources.flatMap((text) => [...text.matchAll(/["`](\/console\/[^"`?#]*)/g)].map(([, address = ""]) => address));
  expect(addresses.length).toBeGreaterThan(10);
  const lost = addresses.filter((address) => !routes.some((route) => route.test(address.replace(/\$\{[^}]*\}/g, "1"))));
  expect(lost).toEqual([]);
});
