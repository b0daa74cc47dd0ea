import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { anything, nearly, number, text, times } from "./values.js";

/** As much of JSON Schema as the OpenAPI document uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Operation {
  readonly parameters?: readonly { readonly in: "path" | "query" | "header"; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const openapi = JSON.parse(readFileSync("src/rest/openapi.json", "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Values for a schema: mostly such as it takes. */
function arbitraryOf(schema: Schema, levels = 4): fc.Arbitrary<unknown> {
  const { $ref, oneOf, anyOf, allOf, type, properties, items, examples = [] } = schema;
  if (levels === 0) return anything;
  if ($ref) return arbitraryOf(openapi.components.schemas[$ref.split("/").at(-1) as string] ?? {}, levels);
  const choices = oneOf ?? anyOf ?? allOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, levels)));
  if (schema.const !== undefined) return nearly(fc.constant(schema.const));
  if (schema.enum) return nearly(fc.constantFrom(...schema.enum));
  const example = examples.length > 0 ? [fc.constantFrom(...examples)] : [];
  if (properties) {
    const fields = Object.entries(properties).map(([name, property]) => [name, arbitraryOf(property, levels - 1)] as const);
    return nearly(fc.record(Object.fromEntries(fields), { requiredKeys: [] }));
  }
  const kinds: Record<string, fc.Arbitrary<unknown>> = {
    integer: fc.oneof(fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 3 }), number),
    number,
    boolean: fc.boolean(),
    string: fc.oneof(text, fc.constantFrom(...times)),
    array: fc.array(items ? arbitraryOf(items, levels - 1) : anything, { maxLength: 3 }),
    null: fc.constant(null),
  };
  const types = typeof type === "string" ? [type] : (type ?? []);
  return nearly(fc.oneof(...example, ...(types.length > 0 ? types.map((name) => kinds[name] ?? anything) : [anything])));
}

const encode = (value: unknown) => encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, ""));
const oddPieces = fc.constantFrom("%00", "%ed%a0%80", "%", "%zz", "+", "9007199254740993", "1&page=2", "..", "%2e%2e%2f");
const inAddress = (schema: Schema) =>
  fc.oneof({ weight: 6, arbitrary: arbitraryOf(schema).map(encode) }, { weight: 1, arbitrary: oddPieces });

/** Requests of one operation of the document. */
function requestsOf(path: string, method: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<InjectOptions> {
  const values = (place: string, of: (schema: Schema) => fc.Arbitrary<unknown>, requiredKeys?: []) =>
    fc.record(
      Object.fromEntries(parameters.filter((one) => one.in === place).map(({ name, schema }) => [name, of(schema)])),
      requiredKeys && { requiredKeys },
    ) as fc.Arbitrary<Record<string, string>>;
  const header = (schema: Schema) => arbitraryOf(schema).map((value) => String(value).replace(/[^\x20-\x7e]/g, "?"));
  const json = requestBody?.content["application/json"]?.schema;
  const body = json
    ? fc.oneof(
        { weight: 8, arbitrary: arbitraryOf(json).map((value) => JSON.stringify(value) ?? "") },
        { weight: 1, arbitrary: text },
        { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value) ?? "") },
      )
    : fc.constant(undefined);
  const others = fc.array(fc.tuple(fc.oneof(text.map(encode), oddPieces), oddPieces), { maxLength: 1 });
  const prefixes = fc.constantFrom("", "", "/v4", "/api/v5");
  return fc
    .tuple(values("path", inAddress), values("query", inAddress, []), others, values("header", header, []), body, prefixes)
    .map(([inPath, inQuery, more, headers, payload, prefix]) => {
      const query = [...Object.entries(inQuery), ...more].map((pair) => pair.join("=")).join("&");
      const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => inPath[name] ?? "");
      return {
        method: method.toUpperCase() as "GET",
        url: `${prefix}${address}${query && `?${query}`}`,
        headers: { ...headers, ...(payload !== undefined && { "content-type": "application/json" }) },
        ...(payload !== undefined && { payload }),
      };
    });
}

/** Requests of all that the OpenAPI document has. */
export const restRequests: fc.Arbitrary<InjectOptions> = fc.oneof(
  ...Object.entries(openapi.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => requestsOf(path, method, operation)),
  ),
);
