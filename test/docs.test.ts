import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const markdown = (directory: string): string[] =>
  readdirSync(path.join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(directory, name));
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...["docs", "examples", "src", "test"].flatMap(markdown)];

/** The headings of a document, as GitHub makes anchors of them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** The links within the project that lead nowhere. */
function deadLinks(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^[a-z]+:/.test(link));
  return links.filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? path.join(root, document) : path.join(root, path.dirname(document), file);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).includes(anchor));
  });
}

/** The project's own files and folders that a document names, in code, and that do not exist. `*` stands for any name. */
function missingPaths(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  const named = [...prose.matchAll(/`((?:\.ci|bin|docs|examples|prisma|src|test)\/[\w./*-]*)`/g)].map(([, name = ""]) => name);
  return named.filter((name) => !name.includes("*") && !existsSync(path.join(root, name)));
}

describe.each(documents)("%s", (document) => {
  const text = readFileSync(path.join(root, document), "utf8");

  it("has no link within the project that leads nowhere", () => {
    expect(deadLinks(document, text)).toEqual([]);
  });

  it("names no file of the project that does not exist", () => {
    expect(missingPaths(text)).toEqual([]);
  });
});

it("Links and paths that lead nowhere are found", () => {
  expect(deadLinks("README.md", "[a](docs/none.md) [b](#none) [c](docs/glossary.md#none) [d](docs/glossary.md)")).toEqual([
    "docs/none.md",
    "#none",
    "docs/glossary.md#none",
  ]);
  expect(missingPaths("`src/none.ts`, `src/config.ts`, `src/*/none.ts`")).toEqual(["src/none.ts"]);
});
