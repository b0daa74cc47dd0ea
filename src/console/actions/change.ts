import { ask, GatewayError } from "../api/ask.js";
import { queryClient } from "../api/queryClient.js";
import type { TypedDocumentString } from "../generated/graphql.js";

export interface Payload {
  readonly errors: readonly { readonly message: string }[];
}

/**
 * Has the gateway change something, and what is shown asked for anew.
 * @throws {GatewayError} what the gateway refused it for
 */
export async function change<Result extends Payload, Variables>(
  document: TypedDocumentString<{ readonly change: Result }, Variables>,
  variables: Variables,
): Promise<Result> {
  const { change } = await ask(document, variables);
  const [error] = change.errors;
  if (error) throw new GatewayError(error.message, "REFUSED");
  void queryClient.invalidateQueries();
  return change;
}
