/** Collects the values of a statement that is put together from parts, and hands out their placeholders. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @param type the PostgreSQL type that the value is cast to */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** The largest value of an `int` column, so also the largest id. */
export const maxInt = 2_147_483_647;

/** Whether PostgreSQL can store a text. It stores neither the character NUL nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);
