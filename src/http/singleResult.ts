/**
 * The result of an operation as a stream of that alone: those who serve operations over a connection that stays open tell only a stream that
 * nobody listens any more.
 * @param leave called then, unless the result is there
 */
export function singleResult<Result>(result: Result | Promise<Result>, leave: () => void): AsyncGenerator<Result, undefined> {
  let isLeft = false;
  async function* stream(): AsyncGenerator<Result, undefined> {
    const value = await result;
    if (!isLeft) yield value;
    return undefined;
  }
  return Object.assign(stream(), {
    return: async () => {
      isLeft = true;
      leave();
      return { done: true as const, value: undefined };
    },
  });
}
