import type { FastifyBaseLogger, FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll } from "vitest";
import type { IdentityConfig } from "../../src/config/identitySettings.js";
import type { Database } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";

export interface AppSettings {
  readonly trustedProxies?: readonly string[];
  /** A function where it is known only when the app is made. */
  readonly identity?: IdentityConfig | null | (() => IdentityConfig);
  readonly log?: FastifyBaseLogger;
}

/** Gives the test file the app over its database: no port is opened, requests are injected. */
export function useApp(database: () => Database, { trustedProxies = [], identity = null, log }: AppSettings = {}): () => FastifyInstance {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({
      database: database(),
      config: { trustedProxies, identity: typeof identity === "function" ? identity() : identity },
      throwsFaults: true,
      ...(log && { log }),
    });
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
