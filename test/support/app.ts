import type { FastifyBaseLogger, FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";

/** Gives the test file the app over its database: no port is opened, requests are injected. */
export function useApp(
  database: () => Database,
  { trustedProxies = [], log }: { trustedProxies?: readonly string[]; log?: FastifyBaseLogger } = {},
): () => FastifyInstance {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({ database: database(), config: { trustedProxies }, throwsFaults: true, ...(log && { log }) });
  });
  afterAll(() => app?.close());
  return () => app;
}

/** An answer, its JSON read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into it
  readonly body: any;
}

/** Sends a request. The body of the answer is null where there is none. */
export async function send(app: FastifyInstance, request: InjectOptions): Promise<Answer> {
  const { statusCode, headers, payload } = await app.inject(request);
  return { status: statusCode, headers: headers as Record<string, string>, body: payload === "" ? null : JSON.parse(payload) };
}

export const get = (app: FastifyInstance, url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(app, { url, headers });

/** @param payload an object is sent as JSON */
export const post = (app: FastifyInstance, url: string, payload: object, headers: Record<string, string> = {}): Promise<Answer> =>
  send(app, { method: "POST", url, payload, headers });
