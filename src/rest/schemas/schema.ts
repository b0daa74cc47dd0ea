import { type TObject, type TProperties, type TSchema, Type } from "typebox";

/** A time of an answer: ISO-8601, UTC, with milliseconds. It has a type of its own, so that no other text stands for it. */
export type JsonTime = string & { readonly isTime: true };

export const string = Type.String();
export const boolean = Type.Boolean();
export const count = Type.Integer({ minimum: 0 });
/** A number that counts edits. */
export const revision = Type.Integer({ minimum: 1 });
/** A document that is kept and shown as it came. */
export const json = (description: string) => Type.Unsafe<unknown>({ type: "object", description });
export const nullableString = Type.Unsafe<string | null>({ type: ["string", "null"] });
export const nullableNumber = Type.Unsafe<number | null>({ type: ["number", "null"] });
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>({ type: "string", enum: values });

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** The same schema with a description of its own, where it stands for something in particular. */
export const described = <Schema extends TSchema>(schema: Schema, description: string): Schema => ({ ...schema, description });

/** An object of an answer: every key is always there, and no other. */
export const answer = <Properties extends TProperties>(description: string, properties: Properties): TObject<Properties> =>
  Type.Object(properties, { description, additionalProperties: false });

/** The schemas that the description names, by these names. */
export const namedSchemas = new Map<string, object>();

/** Gives a schema a name. The description refers to it wherever it is used. */
export function named<Schema extends TSchema>($id: string, schema: Schema): Schema {
  const made = { $id, ...schema };
  namedSchemas.set($id, made);
  return made;
}

const link = (description: string) => Type.Unsafe<string | null>({ type: ["string", "null"], format: "uri", description });

/** A page of a list. */
export const pageOf = <Item extends TSchema>(things: string, item: Item) =>
  answer(`A page of ${things}.`, {
    count: described(count, "The total number of results that match the query parameters."),
    next: link("A URL to the next page of results."),
    previous: link("A URL to the previous page of results."),
    results: Type.Array(item),
  });
