import fc from "fast-check";

/** The chances that a random query is made by: fast-check's, so that a seed makes it again and a failure shrinks. */
export class Dice {
  constructor(private readonly draw: fc.GeneratorValue) {}

  /** A number from `min` to `max`. */
  int(min: number, max: number): number {
    return this.draw(evenly, min, max);
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.int(0, 99) >= 100 - percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)] as Item;
  }

  /** Some of the items, in any order, perhaps one several times. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    return Array.from({ length: this.int(0, most) }, () => this.pick(items));
  }
}

const evenly = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));
