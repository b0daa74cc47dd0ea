import type { Static, TObject, TProperties } from "typebox";
import { formOf } from "./form.js";
import { type Access, type Converts, makerOf, quote } from "./makerOf.js";
import type { CamelCase } from "./names.js";
import type { JsonTime } from "./schemas/schema.js";

/** The paths of the columns that JSON is made from: `creator_job.job_type.name` is `creatorJob.jobType.name`. */
type PathsOf<Value, Prefix extends string = ""> = {
  readonly [Name in keyof Value & string]: unknown extends Value[Name]
    ? `${Prefix}${CamelCase<Name>}`
    : NonNullable<Value[Name]> extends JsonTime | string | number | boolean
      ? `${Prefix}${CamelCase<Name>}`
      : PathsOf<NonNullable<Value[Name]>, `${Prefix}${CamelCase<Name>}.`>;
}[keyof Value & string];

/**
 * Prepares to make what a schema describes from flat rows, whose columns are called by their paths. An object that has no id is null.
 * @param converts what shows some columns as REST does, by path
 * @returns the columns that such a row must have, and what makes the JSON of one
 */
export function fromRow<Properties extends TProperties>(schema: TObject<Properties>, converts: Converts) {
  type Column = PathsOf<Static<TObject<Properties>>>;
  const columns = new Set<string>();
  const access: Access = {
    value: (path) => {
      columns.add(path.join("."));
      return `source[${quote(path.join("."))}]`;
    },
    id: (path) => [...path, "id"],
    presence: (path) => [...path, "id"],
  };
  const make = makerOf(formOf(schema), access, converts);
  return {
    columns: [...columns] as Column[],
    make: make as (row: Readonly<Record<Column, unknown>>) => Static<TObject<Properties>>,
  };
}
