/** What of a schema it takes to write an answer. */
export interface Form {
  /** Absent where the value is a document that is shown as it came. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly nullable?: true;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly items?: Form;
}

interface Schema extends Form {
  readonly anyOf?: readonly [Schema, { readonly type: "null" }];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/**
 * Reduces a schema to its form. "This or null" becomes `nullable`: for `anyOf`, the serializer would check each value by each schema.
 * An object that need not have all its keys is a document that a caller has sent or a job has made. Nothing of it may get lost, so the
 * form says nothing about its keys.
 */
export function formOf(schema: object): Form {
  const { anyOf, type, format, properties, required, items } = schema as Schema;
  if (anyOf) return { ...formOf(anyOf[0]), nullable: true };
  if (items) return { type, items: formOf(items) };
  if (type !== "object") return { type, ...(format && { format }) };
  const names = Object.keys(properties ?? {});
  if (!properties || required?.length !== names.length) return {};
  return { type, required, properties: Object.fromEntries(names.map((name) => [name, formOf(properties[name] as Schema)])) };
}
