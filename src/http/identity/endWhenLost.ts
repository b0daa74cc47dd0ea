import type { ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
import type { GraphqlErrorCode } from "../../graphql/errorMeanings.js";
import { type Identity, watchIdentity } from "./identity.js";

const unauthenticated: GraphqlErrorCode = "UNAUTHENTICATED";

/** Ends a stream of results when its caller's identity ends. The last result is then the error UNAUTHENTICATED. */
export function endWhenLost(results: AsyncGenerator, identity: Identity, response: ServerResponse): void {
  const next = results.next.bind(results);
  let refusal: IteratorResult<unknown> | null = null;
  let refuse = () => {};
  const stop = watchIdentity(identity, ({ message }) => {
    refusal = { done: false, value: { errors: [new GraphQLError(message, { extensions: { code: unauthenticated } })] } };
    refuse();
    void results.return(undefined);
  });
  response.once("close", stop);
  let isOver = false;
  results.next = async () => {
    if (isOver) return { done: true, value: undefined };
    const refused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    const result = refusal ?? (await Promise.race([next(), refused]));
    isOver = refusal !== null;
    return refusal ?? (result as IteratorResult<unknown>);
  };
}
