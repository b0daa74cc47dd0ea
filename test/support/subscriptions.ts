import { createClient } from "graphql-ws";
import WebSocket from "ws";
import type { TypedDocumentString } from "./generated/graphql.js";

/** The results of a subscription, one after the other. They end with the subscription. */
export type Results<Result> = AsyncGenerator<{ data?: Result | null; errors?: readonly unknown[] }, void>;

/** A way to subscribe. */
export type Subscribe = <Result, Variables>(
  address: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Results<Result>;

/** By WebSocket, in the protocol graphql-transport-ws, on a connection of its own. */
export const byWebSocket: Subscribe = async function* (address, document, variables) {
  const client = createClient({ url: `${address.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    yield* client.iterate({ query: document.toString(), variables: variables as Record<string, unknown> }) as Results<never>;
  } finally {
    await client.dispose();
  }
};

/** By Server-Sent Events, asked for by POST. */
export const byPost: Subscribe = (address, document, variables) =>
  events((signal) =>
    fetch(`${address}/graphql`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal,
    }),
  );

/** By Server-Sent Events, asked for by GET, as a browser's EventSource does. */
export const byGet: Subscribe = (address, document, variables) =>
  events((signal) => {
    const parameters = new URLSearchParams({ query: document.toString(), variables: JSON.stringify(variables) });
    return fetch(`${address}/graphql?${parameters}`, { headers: { accept: "text/event-stream" }, signal });
  });

async function* events(ask: (signal: AbortSignal) => Promise<Response>): Results<never> {
  const abort = new AbortController();
  try {
    const response = await ask(abort.signal);
    if (!response.headers.get("content-type")?.startsWith("text/event-stream"))
      throw new Error(`${response.status} ${await response.text()}`);
    let text = "";
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const messages = text.split("\n\n");
      text = messages.pop() ?? "";
      for (const message of messages) {
        const [, event, data] = /^event: (\w+)\ndata: ?(.*)$/m.exec(message) ?? [];
        if (event === "complete") return;
        if (event === "next") yield JSON.parse(data as string);
      }
    }
    throw new Error("The stream broke off");
  } finally {
    abort.abort();
  }
}

export const transports = { WebSocket: byWebSocket, "SSE by POST": byPost, "SSE by GET": byGet } as const;

/** The next result of a subscription, which must not have ended. */
export async function next<Result>(results: Results<Result>): Promise<Result> {
  const { done, value } = await results.next();
  if (done || !value.data) throw new Error(`There is no next result: ${JSON.stringify(value)}`);
  return value.data;
}

/** All results of a subscription that ends. */
export async function all<Result>(results: Results<Result>): Promise<{ data?: Result | null; errors?: readonly unknown[] }[]> {
  const heard = [];
  for await (const result of results) heard.push(result);
  return heard;
}
