/**
 * A row that keeps its values in the array that pg makes, and has a getter for each column. For a page of 100 rows, pg makes arrays in half
 * the time that objects take. The executor finds each column's place once for all rows, and then reads an array in a tenth of the time that
 * an object takes.
 */
export abstract class FlatRow {
  constructor(readonly values: readonly unknown[]) {}

  /** Where among the values each column is, by its name. */
  abstract readonly places: ReadonlyMap<string, number>;
}

export type FlatRowClass = new (values: readonly unknown[]) => FlatRow;

/** Makes the class of rows with some columns, in their order. */
export function flatRow(columns: readonly string[]): FlatRowClass {
  class Row extends FlatRow {
    declare readonly places: ReadonlyMap<string, number>;
  }
  const places = new Map(columns.map((column, place) => [column, place]));
  Object.defineProperty(Row.prototype, "places", { value: places });
  for (const [column, place] of places) {
    Object.defineProperty(Row.prototype, column, {
      get(this: FlatRow) {
        return this.values[place];
      },
    });
  }
  return Row;
}

/** The names of a row's columns. */
export const columnsOf = (row: object): Iterable<string> => (row instanceof FlatRow ? row.places.keys() : Object.keys(row));
