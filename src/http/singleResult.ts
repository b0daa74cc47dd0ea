/**
 * Makes a stream of the one result of a query or a mutation. graphql-ws and graphql-sse close a stream when its caller leaves. With a plain
 * result, they would not tell anybody that the caller has left.
 * @param leave is called when the stream is closed
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
