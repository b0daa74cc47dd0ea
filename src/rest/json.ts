import { formatTime } from "../domain/time.js";

export const json = (value: unknown): string => JSON.stringify(value);

/** An object that is only named. */
export const reference = (id: number | null) => (id === null ? null : { id });

export const time = (value: string | Date | null): string | null => (value === null ? null : formatTime(value));

/** A model's fields as they were read: times are Dates or PostgreSQL's text, and in a row that need not be there anything can be null. */
export type AsRead<Model> = { readonly [Field in keyof Model]: Model[Field] | (Date extends Model[Field] ? string : never) | null };

type Part<Row, Prefix extends string> = {
  [Column in keyof Row as Column extends `${Prefix}${infer Name}` ? Uncapitalize<Name> : never]: Row[Column];
};

/** Takes one of the objects out of a flat row: for the prefix `creator`, the column `creatorStatus` is its `status`. */
export function partOf<Prefix extends string, Column extends string>(prefix: Prefix, columns: readonly Column[]) {
  const fields = columns
    .filter((column) => column.startsWith(prefix))
    .map((column) => ({ column, name: column.charAt(prefix.length).toLowerCase() + column.slice(prefix.length + 1) }));
  return <Row extends Readonly<Record<Column, unknown>>>(row: Row): Part<Row, Prefix> => {
    const part: Record<string, unknown> = {};
    for (const { column, name } of fields) part[name] = row[column];
    return part as Part<Row, Prefix>;
  };
}
