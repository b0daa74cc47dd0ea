/**
 * Makes a generator that ends as soon as it is left. `return` ends a generator only when what it waits for has come, which for those that
 * tell of changes is the next change. So it is told by a signal that nobody listens any more.
 */
export function leavable<Value>(make: (leaving: AbortSignal) => AsyncGenerator<Value, void>): AsyncGenerator<Value, void> {
  const leaving = new AbortController();
  const values = make(leaving.signal);
  const end = values.return.bind(values);
  values.return = (value) => {
    leaving.abort();
    return end(value);
  };
  return values;
}
