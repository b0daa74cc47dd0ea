import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Milliseconds after which a connection is cut although its answer is not done, for example because its caller does not read. */
const maxClosingTime = 8_000;

/**
 * While the app closes, answers requests that still come by open connections with 503. Fastify would do that, too, but not in the form of
 * other errors.
 *
 * Requests in hand are answered, and their connections are then closed: a connection that is kept alive would keep the app from closing for
 * a minute. So would a connection on which no request has come yet; browsers open such connections in advance. Before Node 26, only
 * connections that have had a request are closed as idle, so the others are closed here.
 */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  const unused = new Set<Socket>();
  app.server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.addHook("preClose", async () => {
    isClosing = true;
    for (const socket of unused) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), maxClosingTime).unref();
  });
  app.addHook("onRequest", ({ socket }, reply, done) => {
    unused.delete(socket);
    if (isClosing) reply.code(503).send({ detail: "The gateway is stopping" });
    else done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isClosing) reply.header("connection", "close");
    done(null, payload);
  });
}
