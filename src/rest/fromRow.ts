import type { Static, TObject, TProperties } from "typebox";
import { formOf } from "./form.js";
import { type Access, type CamelCase, type Converts, makerOf, quote } from "./makerOf.js";
import type { JsonTime } from "./schemas/schema.js";

/** What a column must hold for JSON to be made from it. */
type Source<Value> = Value extends string ? string : Value;

/**
 * The columns that JSON is made from, as a union: `creator_job.job_type.name` is the column `creatorJob.jobType.name`.
 * `Missing` is null where there may be no such object.
 */
type Columns<Value, Prefix extends string = "", Missing = never> = {
  readonly [Name in keyof Value & string]: unknown extends Value[Name]
    ? { readonly path: `${Prefix}${CamelCase<Name>}`; readonly value: unknown }
    : NonNullable<Value[Name]> extends JsonTime | string | number | boolean
      ? { readonly path: `${Prefix}${CamelCase<Name>}`; readonly value: Source<Value[Name]> | Missing }
      : Columns<NonNullable<Value[Name]>, `${Prefix}${CamelCase<Name>}.`, null extends Value[Name] ? null : Missing>;
}[keyof Value & string];

type PathOf<Column> = Column extends { readonly path: infer Path extends string } ? Path : never;
type ValueOf<Column> = Column extends { readonly value: infer Value } ? Value : never;

/** A row that JSON can be made from. */
type RowFor<Value> = { readonly [Column in Columns<Value> as PathOf<Column>]: ValueOf<Column> };

/**
 * Prepares to make what a schema describes from flat rows, whose columns are called by their paths. An object that has no id is null.
 * @param converts functions that show some columns as REST does, by path
 * @returns the columns that such a row must have, and the function that makes the JSON of a row
 */
export function fromRow<Properties extends TProperties>(schema: TObject<Properties>, converts: Converts) {
  type Shown = Static<TObject<Properties>>;
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
    columns: [...columns] as PathOf<Columns<Shown>>[],
    make: make as unknown as (row: RowFor<Shown>) => Shown,
  };
}
