/**
 * An object that comes with the row of another, its properties in columns of that row under other names: so a list with all that its
 * batches refer to is one flat statement.
 */
export interface CarriedObject {
  /** A column that is read with whatever else is of the object: a row that has none does not carry it. */
  readonly mark: string;
  /** The column of each property. */
  readonly columns: Readonly<Record<string, string>>;
  /** What the object refers to itself and comes along, by its fields. */
  readonly objects?: Readonly<Record<string, CarriedObject>>;
}

type Row = Readonly<Record<string, unknown>>;

/** Shows a carried object as if it were a row of its own. */
class CarriedView {
  constructor(
    readonly row: Row,
    readonly carried: CarriedObject,
  ) {}
}

const views = new WeakMap<CarriedObject, typeof CarriedView>();

function viewOf(carried: CarriedObject): typeof CarriedView {
  const known = views.get(carried);
  if (known) return known;
  const View = class extends CarriedView {};
  for (const [property, column] of Object.entries(carried.columns)) {
    Object.defineProperty(View.prototype, property, {
      get(this: CarriedView) {
        return this.row[column];
      },
    });
  }
  views.set(carried, View);
  return View;
}

/**
 * The object of a field, where the row carries it; else null.
 * @param declared how rows of the field's type carry it, where they do; what itself was carried knows better
 */
export function carriedBy(row: Row, field: string, declared: CarriedObject | null): object | null {
  const carried = row instanceof CarriedView ? row.carried.objects?.[field] : declared;
  const from = row instanceof CarriedView ? row.row : row;
  if (!carried || from[carried.mark] === undefined) return null;
  return new (viewOf(carried))(from, carried);
}
