import { Field, Int } from "type-graphql";
import { Leaf, References } from "../../src/graphql/execution/reference.js";
import { Node } from "../../src/graphql/relay/node.js";

/**
 * Nothing of this is run. It is `npm run check` that proves it: each mistake here must be an error of the compiler, and the other fields
 * must be none.
 */
export class Example extends Node {
  declare readonly row: { readonly id: number; readonly name: string; readonly parentId?: number | null };

  @Leaf(() => String)
  name!: string;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Field(() => Example, { nullable: true })
  @References("job", "parentId")
  parent!: Example | null;

  // @ts-expect-error The rows have no title.
  @Leaf(() => String, { nullable: true })
  title!: string | null;

  // @ts-expect-error The rows have a name, but no nam.
  @Leaf(() => String, { from: "nam" })
  alias!: string;

  @Field(() => Example, { nullable: true })
  // @ts-expect-error The rows have no childId.
  @References("job", "childId")
  child!: Example | null;
}

/** A class that does not say what rows it is read from can have no such fields. */
export class Rowless {
  // @ts-expect-error It has no rows.
  @Leaf(() => String)
  name!: string;
}
