import type { FastifyInstance } from "fastify";
import type { Database, Db } from "../db/database.js";
import { RequestDatabase } from "../db/RequestDatabase.js";
import { RequestEnd } from "../db/RequestEnd.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The database, until the request has its answer, its time is over, or its caller leaves. */
    db: Db;
  }
}

/** Milliseconds that a request may take, from when it has a place. The dearest query that the limits allow takes about one second. */
export const maxRequestTime = 30_000;

/** The database for one operation, and the two ways in which the operation ends before its time is over. */
export interface Scope {
  readonly db: Db;
  /** Call it when the operation has its answer. */
  close(): void;
  /** Call it when nobody waits for the answer any more: statements are cancelled. */
  abandon(): void;
}

/** @param maxTime milliseconds */
export function openScope(database: Database, maxTime: number): Scope {
  const requestEnd = new RequestEnd();
  const end = (why: string) => {
    clearTimeout(timer);
    requestEnd.because(why);
  };
  const timer = setTimeout(() => end(`The request took longer than ${maxTime / 1000} s and was ended: ask for less at a time`), maxTime);
  timer.unref();
  return {
    db: new RequestDatabase(database, requestEnd),
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
