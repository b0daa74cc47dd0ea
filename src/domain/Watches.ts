/**
 * Generators that tell of changes, and end as soon as they are left, or all of them are ended. `return` ends a generator only when what it
 * waits for has come, which for these is the next change. So each is told by a signal that nobody listens any more.
 */
export class Watches {
  readonly #open = new Set<AbortController>();
  #isClosed = false;

  /** Makes such a generator. It must end when the signal aborts. */
  begin<Value>(make: (leaving: AbortSignal) => AsyncGenerator<Value, void>): AsyncGenerator<Value, void> {
    const leaving = new AbortController();
    const values = this.#follow(leaving, make);
    const end = values.return.bind(values);
    values.return = (value) => {
      leaving.abort();
      return end(value);
    };
    return values;
  }

  /** Ends all, and those that begin later as well. */
  close(): void {
    this.#isClosed = true;
    for (const leaving of this.#open) leaving.abort();
  }

  async *#follow<Value>(
    leaving: AbortController,
    make: (leaving: AbortSignal) => AsyncGenerator<Value, void>,
  ): AsyncGenerator<Value, void> {
    if (this.#isClosed) return;
    this.#open.add(leaving);
    try {
      yield* make(leaving.signal);
    } finally {
      this.#open.delete(leaving);
    }
  }
}
