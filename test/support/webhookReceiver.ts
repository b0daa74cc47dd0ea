import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

/** A message as a receiver gets it. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A receiver of webhooks on this machine. What it answers can be changed. */
export interface WebhookReceiver {
  readonly received: Received[];
  url(path?: string): string;
  /** By default, it answers 200. */
  answer: http.RequestListener;
}

export function useWebhookReceiver(): WebhookReceiver {
  const server = http.createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => {
      receiver.received.push({ path: request.url ?? "", headers: request.headers as Record<string, string>, text });
      receiver.answer(request, response);
    });
  });
  const receiver: WebhookReceiver = {
    received: [],
    url: (path = "/") => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    answer: (_request, response) => void response.end("thanks"),
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}
