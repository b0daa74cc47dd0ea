/** As graphql-js tells promises: by their `then`, for not all of them are of the class Promise. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { readonly then?: unknown } | null | undefined)?.then === "function";

/** Goes on with a value; at once, where it is known already. */
export const whenKnown = <From, To>(value: From | Promise<From>, next: (value: From) => To | Promise<To>): To | Promise<To> =>
  value instanceof Promise ? value.then(next) : next(value);

/**
 * Maps a list; where anything is promised, it promises the whole. What is thrown counts as a promise that is refused: so whatever
 * else was begun is still heard of, where a refusal that nobody hears would end the process.
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
