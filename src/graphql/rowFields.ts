import { Extensions, Field, type FieldOptions } from "type-graphql";
import type { Leaf, Reference } from "./execution/reference.js";

/** A field that is made from a row. */
interface RowField {
  /** GraphQL's type, and the options of type-graphql's `Field`. */
  readonly type: () => object;
  readonly options: FieldOptions;
  /** How it is made. With neither, it is the property of its own name, as it is. */
  readonly extensions: { readonly leaf?: Leaf; readonly reference?: Reference };
}

/** A field that is made from the property of its row that is called so. Never: from the one that has the field's own name. */
interface FieldOf<Property extends string> extends RowField {
  readonly property: Property | undefined;
}

/**
 * A field that is a leaf, made from the property of its own name, or from the one that `from` names.
 * @param type GraphQL's type, and the options of type-graphql's `Field`
 */
export const leaf = <From extends string = never>(
  type: object,
  { from, convert = null, ...options }: FieldOptions & { readonly from?: From; readonly convert?: Leaf["convert"] } = {},
): FieldOf<From> => ({
  property: from,
  type: () => type,
  options,
  extensions: from ? { leaf: { property: from, convert } } : {},
});

/**
 * A field that leads to another object, which is loaded by a key of the row, unless the row carries it.
 * @param type GraphQL's type, and the options of type-graphql's `Field`
 */
export const reference = <Key extends string>(
  type: () => object,
  loader: Reference["loader"],
  key: Key,
  { isThere = false, ...options }: FieldOptions & { readonly isThere?: boolean } = {},
): FieldOf<Key> => {
  const step = /^(.+?)(?:\.id|Id)$/.exec(key)?.[1] ?? null;
  return { property: key, type, options, extensions: { reference: { loader, key, step, isInRow: true, isThere } } };
};

type PropertyOf<One, Name> = One extends FieldOf<infer Property> ? ([Property] extends [never] ? Name : Property) : never;

/** The properties of rows that fields are made from. */
type PropertiesOf<Fields> = { [Name in keyof Fields]: PropertyOf<Fields[Name], Name> }[keyof Fields];

/** Nothing more than the class, where its rows have these properties. */
type WithRows<Class, Properties> = Class extends abstract new () => { readonly row: infer Row }
  ? [Properties] extends [keyof Row]
    ? unknown
    : { readonly rowsLack: Exclude<Properties, keyof Row> }
  : never;

/**
 * Declares the fields of an object type that are made from its rows. The class says what these are, as in `declare readonly row: JobRow`: a
 * field that is made from a property which such rows do not have does not compile.
 */
export const RowFields =
  <Fields extends Readonly<Record<string, RowField>>>(fields: Fields) =>
  <Class extends abstract new () => object>(target: Class & WithRows<Class, PropertiesOf<Fields>>): void => {
    for (const [name, { type, options, extensions }] of Object.entries(fields)) {
      Field(type as never, options)(target.prototype, name);
      Extensions(extensions)(target.prototype, name);
    }
  };
