import { readFileSync } from "node:fs";
import semver from "semver";
import { expect, it } from "vitest";

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));

it("Every package that is installed takes every Node that package.json names, so `npm ci` warns of none", () => {
  const { engines } = read("package.json") as { engines: { node: string } };
  const { packages } = read("package-lock.json") as { packages: Record<string, { engines?: { node?: string } }> };
  const refusing = Object.entries(packages).filter(([, { engines: own }]) => own?.node && !semver.subset(engines.node, own.node));
  expect(refusing.map(([place, { engines: own }]) => `${place}: ${own?.node}`)).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(300);
});
