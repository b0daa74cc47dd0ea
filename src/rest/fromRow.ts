import type { TObject, TProperties } from "typebox";
import { formatTime } from "../domain/time.js";
import { type Form, formOf } from "./form.js";
import type { Json, JsonTime } from "./schemas/schema.js";
import { type CamelCase, camelCase } from "./toJson.js";

/** The paths of the columns that JSON is made from: `creator_job.job_type.name` is `creatorJob.jobType.name`. */
type PathsOf<Value, Prefix extends string = ""> = {
  readonly [Name in keyof Value & string]: unknown extends Value[Name]
    ? `${Prefix}${CamelCase<Name>}`
    : NonNullable<Value[Name]> extends JsonTime | string | number | boolean
      ? `${Prefix}${CamelCase<Name>}`
      : PathsOf<NonNullable<Value[Name]>, `${Prefix}${CamelCase<Name>}.`>;
}[keyof Value & string];

type Convert = (value: never) => unknown;
type Row = Readonly<Record<string, unknown>>;

/**
 * Prepares to make what a schema describes from flat rows, whose columns are called by their paths. An object that has no id is null.
 * @param converts what shows some columns as REST does, by path
 * @returns the columns that such a row must have, and what makes the JSON of one
 */
export function fromRow<Properties extends TProperties>(schema: TObject<Properties>, converts: Readonly<Record<string, Convert>> = {}) {
  type Path = PathsOf<Json<TObject<Properties>>>;
  const { columns, make } = fromColumns(formOf(schema), "", converts);
  return {
    columns: columns as Path[],
    make: make as (row: Readonly<Record<Path, unknown>>) => Json<TObject<Properties>>,
  };
}

function fromColumns({ properties = {} }: Form, prefix: string, converts: Readonly<Record<string, Convert>>) {
  const columns: string[] = [];
  const fields = Object.entries(properties).map(([name, form]) => {
    const path = `${prefix}${camelCase(name)}`;
    if (!form.properties) {
      columns.push(path);
      const convert = converts[path] ?? (form.format === "date-time" ? formatTime : null);
      return { name, path, object: null, convert };
    }
    const object = fromColumns(form, `${path}.`, converts);
    columns.push(...object.columns);
    return { name, path: `${path}.id`, object: object.make, convert: null };
  });
  const make = (row: Row): Record<string, unknown> => {
    const made: Record<string, unknown> = {};
    for (const { name, path, object, convert } of fields) {
      const value = row[path];
      if (value === null) made[name] = null;
      else if (object) made[name] = object(row);
      else made[name] = convert ? convert(value as never) : value;
    }
    return made;
  };
  return { columns, make };
}
