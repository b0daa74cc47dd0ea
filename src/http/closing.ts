import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Milliseconds after which a connection is cut although its answer is not done, because its caller does not read, say. */
const maxClosingTime = 8_000;

/**
 * While the app closes, answers what still comes by open connections with 503. Fastify would do it too, but not in the form of other
 * errors. What is in hand is answered, and takes its connection with it: kept alive, that would keep the app from closing for a minute.
 * So would a connection on which no request has come yet, such as browsers open in advance: before Node 26, only those that have had
 * one are closed as idle.
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
