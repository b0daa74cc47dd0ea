/** Tells promises as graphql-js does, by their `then`: not all of them are of the class Promise. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { readonly then?: unknown } | null | undefined)?.then === "function";

/** Calls `next` with a value: at once, where the value is known already. */
export const whenKnown = <From, To>(value: From | Promise<From>, next: (value: From) => To | Promise<To>): To | Promise<To> =>
  value instanceof Promise ? value.then(next) : next(value);

/**
 * Maps a list. Where any result is a promise, the whole list is one. An error that is thrown counts as a rejected promise, so that the
 * promises of other items are awaited, too: one that is rejected while nobody awaits it would end the process.
 */
export function mapAll<From, To>(items: readonly From[], map: (item: From) => To): Awaited<To>[] | Promise<Awaited<To>[]> {
  let isKnown = true;
  const results = items.map((item): To | Promise<never> => {
    try {
      const result = map(item);
      if (isPromise(result)) isKnown = false;
      return result;
    } catch (error) {
      isKnown = false;
      return Promise.reject(error);
    }
  });
  return isKnown ? (results as Awaited<To>[]) : Promise.all(results);
}
