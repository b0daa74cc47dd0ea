import { readFile } from "node:fs/promises";
import path from "node:path";
import { generate, loadContext } from "@graphql-codegen/cli";
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLEnumType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  specifiedScalarTypes,
} from "graphql";
import { describe, expect, it } from "vitest";
import { buildGraphqlSchema, printSdl } from "../../src/graphql/schema.js";
import { errorTable } from "../../src/http/errorTable.js";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): Promise<string> => readFile(path.resolve(root, file), "utf8");

describe("The schema", () => {
  it("is the one that is committed: `npm run contracts` writes it", async () => {
    expect(printSdl(await buildGraphqlSchema())).toBe(await read("src/graphql/schema.graphql"));
  });

  it("says what it is, what each of its types is, what each of its fields at the root does, and what each code of an error means", async () => {
    const schema = await buildGraphqlSchema();
    const types = Object.values(schema.getTypeMap()).filter(
      ({ name }) => !name.startsWith("__") && !specifiedScalarTypes.some((type) => type.name === name),
    );
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
    const codes = (schema.getType("UserErrorCode") as GraphQLEnumType).getValues();
    expect([schema, ...types, ...fields, ...codes].filter(({ description }) => !description?.trim()).map(String)).toEqual([]);
    for (const { graphql } of Object.values(errorTable)) expect(schema.description).toContain(`\`${graphql}\``);
  });

  it("names types in PascalCase, fields and arguments in camelCase, and values of enums in capitals", async () => {
    const wrong: string[] = [];
    const check = (name: string, pattern: RegExp, at = "") => pattern.test(name) || wrong.push(at + name);
    for (const type of Object.values((await buildGraphqlSchema()).getTypeMap())) {
      if (type.name.startsWith("__")) continue;
      check(type.name, /^[A-Z][A-Za-z]*$/);
      if (isEnumType(type)) for (const { name } of type.getValues()) check(name, /^[A-Z]+(_[A-Z]+)*$/, `${type}.`);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        for (const { name } of [field, ...("args" in field ? field.args : [])]) check(name, /^[a-z][A-Za-z0-9]*$/, `${type}.`);
      }
    }
    expect(wrong).toEqual([]);
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
