import { readFile } from "node:fs/promises";
import path from "node:path";
import { generate, loadContext } from "@graphql-codegen/cli";
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";
import { describe, expect, it } from "vitest";
import { printSdl } from "../../src/graphql/printSdl.js";
import { buildGraphqlSchema } from "../../src/graphql/schema.js";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): Promise<string> => readFile(path.resolve(root, file), "utf8");

describe("The schema", () => {
  it("is the one that is committed: `npm run contracts` writes it", async () => {
    expect(printSdl(await buildGraphqlSchema())).toBe(await read("src/graphql/schema.graphql"));
  });

  it("has all that clients may rely on", async () => {
    const contract = buildSchema(await read("test/graphql/contract.graphql"));
    const committed = buildSchema(await read("src/graphql/schema.graphql"));
    expect(findBreakingChanges(contract, committed)).toEqual([]);
    expect(findDangerousChanges(contract, committed)).toEqual([]);
  });
});

it("The typed documents are those that are committed: `npm run contracts` writes them", async () => {
  const context = await loadContext(path.resolve(root, "codegen.yml"));
  context.cwd = root;
  const files = await generate(context, false);
  expect(files.length).toBeGreaterThan(0);
  for (const { filename, content } of files) expect(content, filename).toBe(await read(filename));
});
