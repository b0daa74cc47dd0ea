import type DataLoader from "dataloader";
import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { Context } from "./context.js";
import { type NodeType, toGlobalId } from "./globalId.js";
import type { Loaders } from "./loaders.js";

/** The loaders that find something by a number. */
type ReferenceLoader = { [Name in keyof Loaders]: Loaders[Name] extends DataLoader<number, infer _> ? Name : never }[keyof Loaders];

/** A field that leads to another object by a key of its row: declared, so that it can be read of many rows at once. */
export interface Reference {
  readonly loader: ReferenceLoader;
  /** The property of the row that has the key; null there means that there is no such object. */
  readonly key: string;
  /** The object, where it came with the row; else null. */
  readonly inRow: (row: object) => object | null;
}

/** Declares a field a reference: its object is loaded by a key of the row. */
export const References = <Row extends object>(loader: ReferenceLoader, key: string, inRow: (row: Row) => object | null = () => null) =>
  Extensions({ reference: { loader, key, inRow: inRow as Reference["inRow"] } satisfies Reference });

export const referenceOf = (field: GraphQLField<unknown, unknown>): Reference | null =>
  (field.extensions as { reference?: Reference }).reference ?? null;

/** The property of its row that a field is made from. */
export const propertyOf = (field: GraphQLField<unknown, unknown>): string => referenceOf(field)?.key ?? field.name;

/** The property that a field's value is, as it stands; null where it takes a resolver. */
export const propertyAsItStands = ({ name, resolve }: GraphQLField<unknown, unknown>): string | null =>
  resolve === undefined ? name : resolve === readDatabaseId ? "id" : null;

type Row = Record<string, unknown> & { readonly id: number };

const readDatabaseId = (row: Row): number => row.id;

/** Gives the fields of every type that need no code of their own their resolvers: ids, and what is declared a reference. */
export function attachResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { id, databaseId, ...others } = type.getFields();
    if (databaseId) databaseId.resolve = readDatabaseId;
    if (databaseId && id) id.resolve = (row: Row) => toGlobalId(type.name as NodeType, row.id);
    for (const field of Object.values(others)) {
      const reference = referenceOf(field);
      if (reference) field.resolve = (row: Row, _args: unknown, { load }: Context) => follow(reference, row, load);
    }
  }
}

function follow({ loader, key, inRow }: Reference, row: Row, load: Loaders): unknown {
  const value = row[key] as number | null;
  return value === null ? null : (inRow(row) ?? load[loader].load(value));
}
