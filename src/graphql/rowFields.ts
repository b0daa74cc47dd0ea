import { Field, type FieldOptions } from "type-graphql";
import { Leaf, References } from "./execution/reference.js";

/** A field that is made from a row. */
interface RowField {
  declare(prototype: object, name: string): void;
}

/** A field that is made from the property of its row that is called so. Never: from the one that has the field's own name. */
interface FieldOf<Property extends string> extends RowField {
  readonly property: Property | undefined;
}

/**
 * A field that is a leaf, made from the property of its own name, or from the one that `from` names.
 * @param type GraphQL's type, and the options of type-graphql's `Field`
 */
export const leaf = <From extends string = never>(type: object, options: Parameters<typeof Leaf<From>>[1] = {}): FieldOf<From> => ({
  property: options.from,
  declare: (prototype, name) => Leaf(() => type, options)(prototype as never, name as never),
});

/**
 * A field that leads to another object, which is loaded by a key of the row, unless the row carries it.
 * @param type GraphQL's type, and the options of type-graphql's `Field`
 */
export const reference = <Key extends string>(
  type: () => object,
  loader: Parameters<typeof References>[0],
  key: Key,
  options: FieldOptions = {},
): FieldOf<Key> => ({
  property: key,
  declare: (prototype, name) => {
    Field(type as never, options)(prototype, name);
    References(loader, key)(prototype as never, name);
  },
});

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
    for (const [name, field] of Object.entries(fields)) field.declare(target.prototype, name);
  };
