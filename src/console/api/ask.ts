import type { TypedDocumentString } from "../generated/graphql.js";
import { askToSignIn, session } from "./session.js";

/** Why the gateway has not done what it was asked. The message is the gateway's, for people. */
export class GatewayError extends Error {
  /** @param code as the schema describes them, or `UNREACHABLE` where there was no answer */
  constructor(
    message: string,
    readonly code: string,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

/** A document as requests name it: by its text, and by its hash, which counts where the gateway runs trusted documents only. */
export const named = <Result, Variables>(document: TypedDocumentString<Result, Variables>) => ({
  query: document.toString(),
  documentId: String(document.__meta__?.hash),
});

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the gateway by GraphQL. Strangers are led to say who they are.
 * @throws {GatewayError} the first of the answer's errors; `UNREACHABLE` where no answer came, or one that is not GraphQL's
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json",
  };
  if (session.token) headers.authorization = `Bearer ${session.token}`;
  const body = JSON.stringify({ ...named(document), variables });
  let response: Response;
  let answer: Answer<Result>;
  try {
    response = await fetch("/graphql", { method: "POST", headers, body, signal: signal ?? null });
    answer = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new GatewayError((error as Error).message, "UNREACHABLE");
  }
  const [first] = answer.errors ?? [];
  if (!first && answer.data) return answer.data;
  const code = first?.extensions?.code ?? (response.status === 401 ? "UNAUTHENTICATED" : "UNREACHABLE");
  if (code === "UNAUTHENTICATED") askToSignIn();
  throw new GatewayError(first?.message ?? response.statusText, code, response.headers.get("x-request-id"));
}
