import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = new URL("..", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const run = (...args: string[]) => execFileSync(process.execPath, ["supply.js", ...args], { cwd: fileURLToPath(root), encoding: "utf8" });

interface Package {
  readonly dev?: true;
  readonly devOptional?: true;
  readonly hasInstallScript?: true;
  readonly name?: string;
}
const packages: Record<string, Package> = JSON.parse(read("package-lock.json")).packages;
const { allowScripts, dependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, unknown>>;

describe("What is shipped", () => {
  it("stands in NOTICE with its licenses (npm run notice writes it)", () => {
    expect(read("NOTICE")).toBe(run("notice", "--print"));
  });

  it("has a bill of materials, with all dependencies and none of the packages that are only used to develop", () => {
    const { bomFormat, metadata, components, dependencies: edges } = JSON.parse(run("sbom"));
    expect([bomFormat, metadata.component.name]).toEqual(["CycloneDX", "batch-gateway"]);
    const names = components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies as object)));
    expect(names).not.toContain("vitest");
    for (const { name, licenses, hashes } of components) expect([name, licenses.length, hashes.length]).toEqual([name, 1, 1]);
    const refs = new Set([metadata.component["bom-ref"], ...components.map((component: Record<string, string>) => component["bom-ref"])]);
    for (const { ref, dependsOn } of edges) for (const one of [ref, ...dependsOn]) expect(refs.has(one), one).toBe(true);
  });

  it("runs no install script but those that are decided about", () => {
    const withScripts = Object.entries(packages).filter(([place, { dev, hasInstallScript }]) => place !== "" && !dev && hasInstallScript);
    const names = withScripts.map(([place, { name }]) => name ?? place.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => !Object.hasOwn(allowScripts as object, name))).toEqual([]);
  });
});
