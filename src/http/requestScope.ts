import type { FastifyInstance } from "fastify";
import type { Database, Db } from "../db/database.js";
import { RequestDatabase, RequestEnded } from "../db/RequestDatabase.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The database, until the request has its answer, its time is over, or its caller leaves. */
    db: Db;
  }
}

/** Milliseconds that a request has, once it is let in. The dearest that the limits allow take a second; a large batch's counts take some. */
export const maxRequestTime = 30_000;

/** What an operation has of the database, for as long as it lives. */
export interface Scope {
  readonly db: Db;
  /** The operation has its answer: its time no longer counts. */
  close(): void;
  /** Nobody waits for the answer any more. */
  abandon(): void;
}

/** @param maxTime milliseconds */
export function openScope(database: Database, maxTime: number): Scope {
  const controller = new AbortController();
  const end = (why: string) => {
    clearTimeout(timer);
    controller.abort(new RequestEnded(why));
  };
  const timer = setTimeout(end, maxTime, `The request took longer than ${maxTime / 1000} s and was ended: ask for less at a time`);
  timer.unref();
  return {
    db: new RequestDatabase(database, controller.signal),
    close: () => clearTimeout(timer),
    abandon: () => end("The caller has left"),
  };
}

/** Gives each request a scope of its own. */
export function giveScopes(app: FastifyInstance, database: Database, maxTime: number): void {
  app.decorateRequest("db");
  app.addHook("preHandler", (request, reply, done) => {
    const scope = openScope(database, maxTime);
    request.db = scope.db;
    reply.raw.once("close", () => (reply.raw.writableFinished ? scope.close() : scope.abandon()));
    done();
  });
}
