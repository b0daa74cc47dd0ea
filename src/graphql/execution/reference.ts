import type DataLoader from "dataloader";
import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { Context } from "../context.js";
import type { Loaders } from "../loaders.js";
import { type NodeType, toGlobalId } from "../relay/globalId.js";
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

/** Declares a field a reference: its object is loaded by a key of the row, unless the row carries it. */
export const References = (loader: ReferenceLoader, key: string, carried: CarriedObject | null = null) =>
  Extensions({ reference: { loader, key, carried } satisfies Reference });

export const referenceOf = (field: GraphQLField<unknown, unknown>): Reference | null =>
  (field.extensions as { reference?: Reference }).reference ?? null;

/** A leaf that is made from one property of its row, without anything else. */
export interface Leaf {
  readonly property: string;
  /** Null: the property as it stands. */
  readonly convert: ((value: never) => unknown) | null;
}

/** Null where it takes a resolver. */
export const leafOf = ({ name, resolve, extensions }: GraphQLField<unknown, unknown>): Leaf | null =>
  (extensions as { leaf?: Leaf }).leaf ?? (resolve === undefined ? { property: name, convert: null } : null);

/** The property of its row that a field is made from. */
export const propertyOf = (field: GraphQLField<unknown, unknown>): string =>
  referenceOf(field)?.key ?? leafOf(field)?.property ?? field.name;

type Row = Record<string, unknown>;

/** Gives the fields of every type that need no code of their own their resolvers: ids, and what is declared a reference. */
export function attachResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { id, databaseId, ...others } = type.getFields();
    if (databaseId) attachLeaf(databaseId, { property: "id", convert: null });
    if (databaseId && id) attachLeaf(id, { property: "id", convert: (value: number) => toGlobalId(type.name as NodeType, value) });
    for (const field of Object.values(others)) {
      const reference = referenceOf(field);
      if (reference) field.resolve = (row: Row, _args: unknown, { load }: Context) => follow(reference, field.name, row, load);
    }
  }
}

function attachLeaf(field: GraphQLField<unknown, unknown>, leaf: Leaf): void {
  const { property, convert } = leaf;
  field.extensions = { ...field.extensions, leaf };
  field.resolve = (row) => {
    const value = (row as Row)[property];
    return convert ? convert(value as never) : value;
  };
}

/** The object that a field leads to, where it is in the row or comes with it; else null. */
export const objectInRow = ({ carried }: Reference, field: string, row: Row): unknown => row[field] ?? carriedBy(row, field, carried);

function follow(reference: Reference, field: string, row: Row, load: Loaders): unknown {
  const value = row[reference.key] as number | null;
  return value === null ? null : (objectInRow(reference, field, row) ?? load[reference.loader].load(value));
}
