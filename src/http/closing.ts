import type { FastifyInstance } from "fastify";

/**
 * While the app closes, answers what still comes by open connections with 503. Fastify would do it too, but not in the form of other
 * errors. What is in hand is answered, and takes its connection with it: kept alive, that would keep the app from closing for a minute.
 */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", async () => {
    isClosing = true;
  });
  app.addHook("onRequest", (_request, reply, done) => {
    if (isClosing) reply.code(503).send({ detail: "The gateway is stopping" });
    else done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isClosing) reply.header("connection", "close");
    done(null, payload);
  });
}
