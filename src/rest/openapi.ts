import type { Route } from "./route.js";
import { prefixes, routes } from "./routes.js";
import { namedSchemas } from "./schemas/schema.js";

type Json = Readonly<Record<string, unknown>>;

/** Writes a schema down. The named schemas in it become references. */
function refer(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(refer);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $id, description } = schema as Json;
  if (typeof $id !== "string") return write(schema);
  const isItsOwn = description !== (namedSchemas.get($id) as Json).description;
  return { $ref: `#/components/schemas/${$id}`, ...(isItsOwn && { description }) };
}

const write = ({ $id, ...schema }: { readonly $id?: unknown }) =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, refer(value)]));

/** Describes the parameters of one kind. @param schema of an object that has them */
function parametersOf(kind: "query" | "path" | "header", schema: unknown): unknown[] {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Record<string, Json>; required?: readonly string[] };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = refer(property) as Json;
    return {
      in: kind,
      name,
      ...(required.includes(name) && { required: true }),
      ...(description !== undefined && { description }),
      schema: rest,
      ...(rest.type === "array" && { style: "form", explode: true }),
    };
  });
}

function describe({ schema: { tags, operationId, summary, querystring, params, headers, body, response } }: Route) {
  const parameters = [...parametersOf("path", params), ...parametersOf("query", querystring), ...parametersOf("header", headers)];
  return {
    tags,
    operationId,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: { required: true, content: { "application/json": { schema: refer(body) } } } }),
    responses: refer(response),
  };
}

function describePaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)\(.*?\)(?=\/)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) };
  }
  return paths;
}

/** The description of the REST door: OpenAPI 3.1. What it says is checked against real answers. */
export const openapi = {
  openapi: "3.1.0",
  info: {
    title: "Batch Services",
    version: "4.1",
    description: `These services provide access to information about registered batch re-processing requests, and about the recipe
types and jobs that they refer to.

Where GET is described, HEAD works too. OPTIONS answers 200 with \`Allow\`; any other method answers 405 with \`Allow\`. A path
without its slash is moved to the one with it, by 301; a POST should be sent there in the first place, since most clients follow with a GET.
Every error is \`{"detail": "…"}\`; where \`Accept\` names \`application/problem+json\`, errors have the form of RFC 9457 (what is no error is
\`application/json\` in any case). Lists and
details have an \`ETag\`: with \`If-None-Match\`, a poller gets 304 until something has changed. Times are shown as ISO-8601 in UTC with milliseconds. A body must not be compressed.

What is taken, as by Scale:

- **Integers** in a query string: digits, with a sign before them, and blanks around it. Those of a body may be strings of this form.
- **Times**: \`2016-01-10T00:00:00Z\`. The zone (\`Z\`, \`+02:00\`, \`+0200\` or \`+02\`) must be there. A space may stand for the \`T\`; one digit
  will do for two (\`2016-1-10T0:00Z\`); seconds may be left out, or have up to 12 decimals, of which six count.
- **Durations**, in a query string: \`PT3H0M0S\`, \`P1DT12H\`, \`P2W\`, \`PT0.5H\`: that long before now.
- **The end of a time range** covers all of its millisecond, since times are shown in these; with more than three decimals, its
  microsecond only. So a range that begins and ends at a time that was shown holds what it was shown of.
- **Booleans** in a query string: \`true\` and \`false\`, in any case.
- **Fields of a body** may stand in the query string, too, all but \`definition\`; there they count before those of the body.
- **null** stands for an optional field that is absent. Other fields and parameters than the documented ones are ignored, but in a
  definition they are refused.`,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: prefixes.map((prefix) => ({ url: prefix || "/" })),
  // Where the gateway asks nobody who they are, none is needed.
  security: [{ bearer: [] }, {}],
  tags: [
    { name: "Batches", description: "Requests to re-process many recipes." },
    { name: "Recipe types", description: "To be read only." },
    { name: "Jobs", description: "To be read only." },
    { name: "Version", description: "Of the gateway." },
  ],
  paths: describePaths(),
  components: {
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "An API key, or an access token of the issuer that the gateway trusts." },
    },
    schemas: Object.fromEntries([...namedSchemas].map(([name, schema]) => [name, write(schema)])),
  },
};
