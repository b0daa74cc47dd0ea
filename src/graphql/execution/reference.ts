import type DataLoader from "dataloader";
import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";
import type { Loaders } from "../loaders.js";

/** The loaders that find something by a number. The loader of batches is made for the columns that are selected. */
type ReferenceLoader =
  | { [Name in keyof Loaders]: Loaders[Name] extends DataLoader<number, infer _> ? Name : never }[keyof Loaders]
  | "batch";

/** A field that leads to another object by a key of its row. It is declared, so that it can be read of many rows at once. */
export interface Reference {
  readonly loader: ReferenceLoader;
  /** The property of the row that has the key; null there means that there is no such object. */
  readonly key: string;
  /**
   * The beginning of the paths to the object's columns, where a row brings the object along: `recipeType` for a key `recipeTypeId` or
   * `recipeType.id`.
   */
  readonly step: string | null;
  /** Whether a row may have the object already. False in the plan of a carried object, which is read from the row that carries it. */
  readonly isInRow: boolean;
  /** Whether there surely is such an object. It is not read where nothing but its id is selected. */
  readonly isThere: boolean;
}

export const referenceOf = (field: GraphQLField<unknown, unknown>): Reference | null =>
  (field.extensions as { reference?: Reference }).reference ?? null;

/** A leaf that is made from one property of its row, without anything else. */
export interface Leaf {
  readonly property: string;
  /** Makes the value from that of the row, and from the name of the object type. Where it is null, the property is shown as it is. */
  readonly convert: ((value: never, type: string) => unknown) | null;
}

/** How a leaf is made from a property; null where a resolver makes it. */
export const leafOf = ({ name, resolve, extensions }: GraphQLField<unknown, unknown>): Leaf | null =>
  (extensions as { leaf?: Leaf }).leaf ?? (resolve === undefined ? { property: name, convert: null } : null);

/** Declares which properties of its row a resolver reads. */
export const Reads = <Property extends string>(...reads: readonly Property[]) => Extensions({ reads });

/** The properties of its row that a field is made from. Where a resolver declares none, it is the property with the field's name. */
export const propertiesOf = (field: GraphQLField<unknown, unknown>): readonly string[] =>
  (field.extensions as { reads?: readonly string[] }).reads ?? [referenceOf(field)?.key ?? leafOf(field)?.property ?? field.name];
