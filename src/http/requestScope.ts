import type { FastifyInstance } from "fastify";
import type { Database, Db } from "../db/database.js";
import { RequestDatabase } from "../db/RequestDatabase.js";
import { RequestEnd } from "../db/RequestEnd.js";
import type { Standby } from "../db/Standby.js";
import type { Context, OperationScope } from "../graphql/context.js";
import { watchIdentity } from "./identity/identity.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The database, until the request has its answer, its time is over, or its caller leaves. */
    db: Db;
    /** As in `OperationScope`. */
    wait: OperationScope["wait"];
    /** As in `Context`. */
    onlyReads: Context["onlyReads"];
  }
}

/** The database for one operation, how it waits, and the two ways in which the operation ends before its time is over. */
export interface Scope extends OperationScope {
  readonly db: RequestDatabase;
  /** Call it when the operation has its answer. */
  close(): void;
  /** Call it when nobody waits for the answer any more: statements are cancelled. */
  abandon(): void;
  /** Call it when nothing more may be done for the caller. @param why what the caller is told */
  end(why: string): void;
}

/**
 * @param maxTime milliseconds that the request may take, from when it has a place
 * @param requestId the request that the operation came by
 * @param leave gives up the operation's place
 */
export function openScope(database: Database, maxTime: number, requestId: string, leave: () => void): Scope {
  const requestEnd = new RequestEnd();
  const end = (why: string) => {
    clearTimeout(timer);
    requestEnd.because(why);
  };
  const limitTime = () =>
    setTimeout(() => end(`The request took longer than ${maxTime / 1000} s and was ended: ask for less at a time`), maxTime).unref();
  let timer = limitTime();
  const db = new RequestDatabase(database, { id: requestId, end: requestEnd });
  return {
    db,
    wait: async (work, keepsPlace = false) => {
      if (!keepsPlace) leave();
      clearTimeout(timer);
      const leaving = new AbortController();
      const ignore = requestEnd.listen(() => leaving.abort());
      if (requestEnd.reason) leaving.abort();
      try {
        return await work(leaving.signal);
      } finally {
        ignore();
        if (!requestEnd.reason) timer = limitTime();
      }
    },
    close: () => clearTimeout(timer),
    abandon: () => end("The caller has left"),
    end,
  };
}

/**
 * Gives each request a scope of its own.
 * @param standby answers requests that only read; null: the primary answers everything
 */
export function giveScopes(app: FastifyInstance, database: Database, maxTime: number, standby: Standby | null): void {
  app.decorateRequest("db");
  app.decorateRequest("wait");
  app.decorateRequest("onlyReads", null);
  app.addHook("preHandler", (request, reply, done) => {
    const scope = openScope(database, maxTime, request.id, () => request.leave?.());
    request.db = scope.db;
    if (standby) {
      request.onlyReads = () => scope.db.onlyReads(standby);
      if (request.method === "GET" || request.method === "HEAD") request.onlyReads();
    }
    request.wait = async (work, keepsPlace) => {
      // Who asks was known when the request came. A wait may outlast that.
      const ignore = request.identity ? watchIdentity(request.identity, ({ message }) => scope.end(message)) : null;
      return scope.wait(work, keepsPlace).finally(() => ignore?.());
    };
    reply.raw.once("close", () => (reply.raw.writableFinished ? scope.close() : scope.abandon()));
    done();
  });
}
