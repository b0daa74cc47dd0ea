import { Field, ID, InterfaceType } from "type-graphql";
import type { NodeType } from "./globalId.js";

/** An object of which `node` has said the type. */
interface Typed {
  __typename: NodeType;
}

@InterfaceType({ description: "An object with a global id.", resolveType: (value: Typed) => value.__typename })
export abstract class Node {
  @Field(() => ID, { description: "Opaque, and unique among all objects." })
  id!: unknown;
}

/** Says what an object is, where the schema only knows that it is a node. */
export const typed = <Value extends object>(type: NodeType, value: Value | null): (Value & Typed) | null =>
  value && Object.assign(value, { __typename: type });
