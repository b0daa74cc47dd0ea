import type { GraphQLResolveInfo } from "graphql";
import { type BatchColumn, batchColumns } from "../../domain/batch/read/findBatches.js";
import { rootFields, selectedProperties } from "../execution/selectedProperties.js";
import { alwaysRead, type CarriedByBatch, carriedByBatch } from "./batchFields.js";

/** By selection: that of a document that was planned once is the same at each request. */
const knownColumns = new WeakMap<object, readonly BatchColumn[]>();
/** By the names in them: equal lists are one, as long as clients do not ask for very many different ones. */
const lists = new Map<string, readonly BatchColumn[]>();
const maxLists = 200;

/** The columns for a list of batches, from what is selected of them and of what their rows can carry. */
export const selectedListColumns = (info: GraphQLResolveInfo): readonly BatchColumn[] =>
  knownOr(info, () => selectedColumns(info, info.fieldNodes, [["edges", "node"], ["nodes"]]));

/** The columns for a batch by its id: what all of the operation's fields for one need, so that a batch is read once for all of them. */
export const selectedBatchColumns = (info: GraphQLResolveInfo): readonly BatchColumn[] =>
  knownOr(info, () => selectedColumns(info, rootFields(info), [[]]));

function knownOr({ fieldNodes }: GraphQLResolveInfo, find: () => readonly BatchColumn[]): readonly BatchColumn[] {
  const known = knownColumns.get(fieldNodes);
  if (known) return known;
  const found = find();
  const columns = lists.get(found.join()) ?? found;
  if (lists.size < maxLists) lists.set(columns.join(), columns);
  knownColumns.set(fieldNodes, columns);
  return columns;
}

type Paths = readonly (readonly string[])[];

function selectedColumns(info: GraphQLResolveInfo, fields: GraphQLResolveInfo["fieldNodes"], paths: Paths): BatchColumn[] {
  const columns = new Set<BatchColumn>(alwaysRead);
  for (const property of selectedProperties(info, fields, paths)) {
    if (Object.hasOwn(batchColumns, property)) columns.add(property as BatchColumn);
  }
  const addCarried = (objects: Readonly<Record<string, CarriedByBatch>>, paths: Paths) => {
    for (const [field, carried] of Object.entries(objects)) {
      const pathsToIt = paths.map((path) => [...path, field]);
      const properties = selectedProperties(info, fields, pathsToIt);
      if (properties.size === 0) continue;
      columns.add(carried.mark);
      for (const [property, column] of Object.entries(carried.columns)) if (properties.has(property)) columns.add(column);
      addCarried(carried.objects ?? {}, pathsToIt);
    }
  };
  addCarried(carriedByBatch, paths);
  return [...columns];
}
