import { ID, InterfaceType } from "type-graphql";
import { leaf, RowFields } from "../rowFields.js";
import { type NodeType, toGlobalId } from "./globalId.js";

/** An object of which `node` has said the type. */
interface Typed {
  __typename: NodeType;
}

@InterfaceType({ description: "An object with a global id.", resolveType: (value: Typed) => value.__typename })
@RowFields({
  id: leaf(ID, {
    from: "id",
    convert: (id: number, type) => toGlobalId(type as NodeType, id),
    description: "Opaque, and unique among all objects.",
  }),
})
export abstract class Node {
  declare readonly row: { readonly id: number };
}

/**
 * Says what an object is, where the schema only knows that it is a node. It makes a copy: the row, which others may read, stays as it is.
 */
export const typed = <Value extends object>(type: NodeType, value: Value | null): (Value & Typed) | null =>
  value && { ...value, __typename: type };
