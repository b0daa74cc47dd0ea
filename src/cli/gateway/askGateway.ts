import type { TypedDocumentString } from "../generated/graphql.js";
import { type Problem, Refusal, reasonOf, Unreachable } from "./gatewayErrors.js";
import { authorization } from "./token.js";

/** Where a gateway is, and by what it knows who asks. */
export interface Endpoint {
  /** Its GraphQL. */
  readonly url: string;
  /** The file in which the token or the API key stands. Without one, it stands in the environment, if anywhere. */
  readonly tokenFile?: string | undefined;
}

/** An error of GraphQL as the gateway sends it. */
export interface GatewayError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GatewayError[];
}

/** What the gateway says of a body that it does not read as GraphQL. */
interface Detail {
  readonly detail: string;
}

/**
 * Sends one query or mutation.
 * @param signal ends the waiting for the answer
 * @param traceparent the W3C trace context that the request belongs to
 * @throws {Refusal} where the answer has errors, the body is not taken, or there is no token where one should be
 * @throws {Unreachable}
 */
export async function askGateway<Result, Variables>(
  endpoint: Endpoint,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  traceparent?: string,
): Promise<Result> {
  const { data, errors } = await post<Result>(endpoint, { query: document.toString(), variables }, signal, traceparent);
  const away = errors?.find(({ extensions }) => extensions?.code === "SERVICE_UNAVAILABLE");
  if (away) throw new Unreachable(endpoint.url, away.message);
  if (errors && errors.length > 0) throw new Refusal(errors.map(toProblem));
  if (!data) throw new Unreachable(endpoint.url, "it answers without data");
  return data;
}

export const toProblem = ({ message, extensions }: GatewayError): Problem => ({
  code: typeof extensions?.code === "string" ? extensions.code : "INTERNAL_SERVER_ERROR",
  path: typeof extensions?.argument === "string" ? extensions.argument.split(".") : [],
  message,
});

async function post<Result>(endpoint: Endpoint, body: object, signal?: AbortSignal, traceparent?: string): Promise<Answer<Result>> {
  const accept = "application/graphql-response+json, application/json";
  const headers = { "content-type": "application/json", accept, ...(await authorization(endpoint.tokenFile)) };
  const { url } = endpoint;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { ...headers, ...(traceparent && { traceparent }) },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    text = await response.text();
  } catch (error) {
    throw new Unreachable(url, reasonOf(error));
  }
  const answer = readAnswer<Result>(text);
  if (answer && !("detail" in answer)) return answer;
  const { status, statusText } = response;
  // The body has a key __proto__, say, or is too large. A proxy may find it too large, too; what else it answers 400 to is not the body.
  if (status === 413 || (status === 400 && answer)) {
    const message = `The gateway does not take the body of the request: ${answer?.detail ?? statusText}`;
    throw new Refusal([{ code: status === 413 ? "TOO_LARGE" : "BAD_REQUEST", path: [], message }]);
  }
  throw new Unreachable(url, `what is there does not speak GraphQL (${status} ${statusText})`);
}

function readAnswer<Result>(text: string): Answer<Result> | Detail | null {
  try {
    const answer: Partial<Answer<Result> & Detail> | null = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) return null;
    if ("data" in answer || Array.isArray(answer.errors)) return { data: answer.data, errors: answer.errors };
    return typeof answer.detail === "string" ? { detail: answer.detail } : null;
  } catch {
    return null;
  }
}
