import { Int } from "type-graphql";
import { Node } from "../../src/graphql/relay/node.js";
import { leaf, RowFields, reference } from "../../src/graphql/rowFields.js";

/**
 * Nothing of this is run. It is `npm run check` that proves it: each mistake here must be an error of the compiler, and the other fields
 * must be none.
 */
interface Row {
  readonly id: number;
  readonly name: string;
  readonly parentId?: number | null;
}

@RowFields({
  name: leaf(String),
  databaseId: leaf(Int, { from: "id" }),
  parent: reference(() => Example, "job", "parentId", { nullable: true }),
})
export class Example extends Node {
  declare readonly row: Row;
}

// @ts-expect-error The rows have no title.
@RowFields({ name: leaf(String), title: leaf(String, { nullable: true }) })
export class WithoutTitle extends Node {
  declare readonly row: Row;
}

// @ts-expect-error The rows have a name, but no nam.
@RowFields({ name: leaf(String), alias: leaf(String, { from: "nam" }) })
export class WithoutNam extends Node {
  declare readonly row: Row;
}

// @ts-expect-error The rows have no childId.
@RowFields({ name: leaf(String), child: reference(() => Example, "job", "childId", { nullable: true }) })
export class WithoutChild extends Node {
  declare readonly row: Row;
}

/** A class that does not say what rows it is read from can have no such fields. */
// @ts-expect-error It has no rows.
@RowFields({ name: leaf(String) })
export class Rowless {}
