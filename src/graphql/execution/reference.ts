import type DataLoader from "dataloader";
import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions, Field, type FieldOptions } from "type-graphql";
import type { Context } from "../context.js";
import type { Loaders } from "../loaders.js";
import { type CarriedObject, carriedBy } from "./carried.js";

/** The loaders that find something by a number. */
type ReferenceLoader = { [Name in keyof Loaders]: Loaders[Name] extends DataLoader<number, infer _> ? Name : never }[keyof Loaders];

/** A field that leads to another object by a key of its row: declared, so that it can be read of many rows at once. */
export interface Reference {
  readonly loader: ReferenceLoader;
  /** The property of the row that has the key; null there means that there is no such object. */
  readonly key: string;
  /** How the object comes with the row, where it does. */
  readonly carried: CarriedObject | null;
}

/**
 * An object of a class whose fields are read from rows. The class declares their type, as in `declare readonly row: JobRow`, and a
 * decorator that names a property which such rows do not have does not compile.
 */
interface ReadFrom<Property extends string> {
  readonly row: { readonly [P in Property]?: unknown };
}

/** Declares a field a reference: its object is loaded by a key of the row, unless the row carries it. */
export const References =
  <Key extends string>(loader: ReferenceLoader, key: Key, carried: CarriedObject | null = null) =>
  (target: ReadFrom<Key>, field: string): void =>
    Extensions({ reference: { loader, key, carried } satisfies Reference })(target, field);

export const referenceOf = (field: GraphQLField<unknown, unknown>): Reference | null =>
  (field.extensions as { reference?: Reference }).reference ?? null;

/** A leaf that is made from one property of its row, without anything else. */
export interface Leaf {
  readonly property: string;
  /** Makes the value from that of the row, and from the name of the object type. Null: the property as it stands. */
  readonly convert: ((value: never, type: string) => unknown) | null;
}

/**
 * Declares a field that is a leaf, made from the property of its own name, or from the one that `from` names.
 * @param type GraphQL's type, and the options of type-graphql's `Field`
 */
export const Leaf =
  <From extends string = never>(type: () => object, options: LeafOptions<From> = {}) =>
  <Name extends string>(target: ReadFrom<[From] extends [never] ? Name : From>, name: Name): void => {
    const { from, convert = null, ...rest } = options;
    Field(type, rest)(target, name);
    if (from) Extensions({ leaf: { property: from, convert } satisfies Leaf })(target, name);
  };

type LeafOptions<From extends string> = FieldOptions & { readonly from?: From; readonly convert?: Leaf["convert"] };

/** Null where it takes a resolver. */
export const leafOf = ({ name, resolve, extensions }: GraphQLField<unknown, unknown>): Leaf | null =>
  (extensions as { leaf?: Leaf }).leaf ?? (resolve === undefined ? { property: name, convert: null } : null);

/** The property of its row that a field is made from. */
export const propertyOf = (field: GraphQLField<unknown, unknown>): string =>
  referenceOf(field)?.key ?? leafOf(field)?.property ?? field.name;

type Row = Record<string, unknown>;

/** Gives the fields that are declared leaves or references their resolvers, for graphql-js. */
export function attachResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { leaf } = field.extensions as { leaf?: Leaf };
      const reference = referenceOf(field);
      if (leaf) field.resolve = (row: Row) => readLeaf(leaf, type.name, row);
      if (reference) field.resolve = (row: Row, _args: unknown, { load }: Context) => follow(reference, field.name, row, load);
    }
  }
}

function readLeaf({ property, convert }: Leaf, type: string, row: Row): unknown {
  const value = row[property];
  return convert ? convert(value as never, type) : value;
}

/** The object that a field leads to, where it is in the row or comes with it; else null. */
export const objectInRow = ({ carried }: Reference, field: string, row: Row): unknown => row[field] ?? carriedBy(row, field, carried);

function follow(reference: Reference, field: string, row: Row, load: Loaders): unknown {
  const value = row[reference.key] as number | null;
  return value === null ? null : (objectInRow(reference, field, row) ?? load[reference.loader].load(value));
}
