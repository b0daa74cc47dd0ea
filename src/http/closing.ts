import type { FastifyInstance } from "fastify";

/** While the app closes, answers what still comes by open connections with 503. Fastify would do it too, but not in the form of other errors. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", async () => {
    isClosing = true;
  });
  app.addHook("onRequest", (_request, reply, done) => {
    if (isClosing) reply.code(503).send({ detail: "The gateway is stopping" });
    else done();
  });
}
