/** Collects the values of a statement that is put together from parts, and hands out their placeholders. */
export class Parameters {
    values = [];
    /** @param type the PostgreSQL type that the value is cast to */
    add(value, type) {
        this.values.push(value);
        return `$${this.values.length}::${type}`;
    }
}
