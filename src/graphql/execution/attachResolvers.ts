import type DataLoader from "dataloader";
import { type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { Context } from "../context.js";
import type { Loaders } from "../loaders.js";
import { objectInRow } from "./carried.js";
import { type Leaf, type Reference, referenceOf } from "./reference.js";
import { readsIdAlone, selectedPaths } from "./selectedPaths.js";

type Row = Record<string, unknown>;

type PlainMethod = (argument: unknown, context: Context, info: GraphQLResolveInfo) => unknown;

/**
 * Has a method of a resolver take its one argument as graphql-js coerces it. By itself, type-graphql copies each object of an input into an
 * instance of its class, looks that class up anew each time, and waits for each argument as for a promise.
 */
export const TakesPlainArg =
  () =>
  (target: object, method: string): void =>
    Extensions({ takePlain: (target as Record<string, PlainMethod>)[method] })(target, method);

/** Gives the fields that are declared leaves or references their resolvers, for graphql-js. */
export function attachResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { leaf } = field.extensions as { leaf?: Leaf };
      const reference = referenceOf(field);
      const { takePlain } = field.extensions as { takePlain?: PlainMethod };
      const [arg] = field.args;
      if (takePlain && arg) field.resolve = (_root: unknown, args, context: Context, info) => takePlain(args[arg.name], context, info);
      if (leaf) field.resolve = (row: Row) => readLeaf(leaf, type.name, row);
      if (reference) field.resolve = (row: Row, _args: unknown, { load }: Context, info) => follow(reference, row, load, info);
    }
  }
}

function readLeaf({ property, convert }: Leaf, type: string, row: Row): unknown {
  const value = row[property];
  return convert ? convert(value as never, type) : value;
}

function follow(reference: Reference, row: Row, load: Loaders, info: GraphQLResolveInfo): unknown {
  const value = row[reference.key] as number | null;
  if (value === null) return null;
  if (reference.isThere && readsIdAlone(info)) return { id: value };
  return objectInRow(reference, info.fieldName, row) ?? loaderOf(reference, load, info).load(value);
}

/** What loads the object of a field. */
export const loaderOf = ({ loader }: Reference, load: Loaders, info: GraphQLResolveInfo): DataLoader<number, unknown> =>
  loader === "batch" ? load.batch(selectedPaths(info)) : load[loader];
