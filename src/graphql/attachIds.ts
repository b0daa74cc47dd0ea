import { type GraphQLSchema, isObjectType } from "graphql";
import { type NodeType, toGlobalId } from "./globalId.js";

/** Every object is read from a row that has the database's id. */
interface Row {
  readonly id: number;
}

/** Gives every type that has them its ids: `databaseId` is the row's id, and `id` the global one made from it. */
export function attachIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { id, databaseId } = type.getFields();
    if (databaseId) databaseId.resolve = (row: Row) => row.id;
    if (databaseId && id) id.resolve = (row: Row) => toGlobalId(type.name as NodeType, row.id);
  }
}
