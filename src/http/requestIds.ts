import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Trust } from "./identity/proxyUser.js";

const header = "x-request-id";
/**
 * What an id that a proxy gives may look like. It stands in the log and in `application_name`, so it is short and has no blanks. PostgreSQL
 * cuts names at 63 bytes: of a longer id, `application_name` has the first 49 characters.
 */
const usable = /^[\w.:/+=-]{1,128}$/;

/** Gives each request its id: the one that a trusted proxy has given it in `X-Request-Id`, or else a new one. */
export const requestIds =
  (trust: Trust) =>
  ({ headers, socket }: IncomingMessage): string => {
    const given = headers[header];
    const isTrusted = typeof given === "string" && socket.remoteAddress !== undefined && trust(socket.remoteAddress, 0);
    return isTrusted && usable.test(given) ? given : randomUUID();
  };

/** Tells callers the id of their request, by which the log has it. */
export function tellRequestIds(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(header, request.id);
    done();
  });
}
