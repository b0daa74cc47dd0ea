/** The part of a schema that is needed to write an answer. It is a schema itself, for the serializer. */
export interface Form {
  /** Absent where the value is a document, which is shown as it came. */
  readonly type?: string;
  readonly format?: typeof timeFormat;
  readonly nullable?: true;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly items?: Form;
}

/** The serializer's name for text in which nothing has to be escaped. Only times are known to be such text. */
export const timeFormat = "unsafe";

interface Schema {
  readonly type?: string | readonly [string, "null"];
  readonly format?: string;
  readonly anyOf?: readonly [Schema, { readonly type: "null" }];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/**
 * Reduces a schema to its form. "This or null" becomes `nullable`: for `anyOf`, the serializer would check each value by each schema.
 *
 * An object that need not have all its keys is a document that a caller has sent or a job has made. Nothing of it may get lost, so its form
 * does not name its keys.
 */
export function formOf(schema: object): Form {
  const { type, format, anyOf, properties, required, items } = schema as Schema;
  if (anyOf) return { ...formOf(anyOf[0]), nullable: true };
  if (typeof type === "object") return { type: type[0], nullable: true };
  if (items) return { type, items: formOf(items) };
  if (format === "date-time") return { type, format: timeFormat };
  if (type !== "object") return { type };
  const names = Object.keys(properties ?? {});
  if (!properties || required?.length !== names.length) return {};
  return { type, required, properties: Object.fromEntries(names.map((name) => [name, formOf(properties[name] as Schema)])) };
}
