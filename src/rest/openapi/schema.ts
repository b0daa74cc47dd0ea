/** A JSON schema, as OpenAPI 3.1 takes it: draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

export const string: Schema = { type: "string" };
export const boolean: Schema = { type: "boolean" };
export const count: Schema = { type: "integer", minimum: 0 };
/** A number that counts edits. */
export const revision: Schema = { type: "integer", minimum: 1 };
export const json = (description: string): Schema => ({ type: "object", description });
export const nullable = (type: "string" | "number", description?: string): Schema => ({
  type: [type, "null"],
  ...(description && { description }),
});

/** A reference to one of the document's schemas. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
export const listOf = (items: Schema): Schema => ({ type: "array", items });

/** An object of an answer: every key is always there, and no other. */
export const answer = (description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  description,
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

/** A page of a list. */
export const pageOf = (things: string, item: Schema): Schema =>
  answer(`A page of ${things}.`, {
    count: { ...count, description: "The total number of results that match the query parameters." },
    next: { type: ["string", "null"], format: "uri", description: "A URL to the next page of results." },
    previous: { type: ["string", "null"], format: "uri", description: "A URL to the previous page of results." },
    results: listOf(item),
  });
