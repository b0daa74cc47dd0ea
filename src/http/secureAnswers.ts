import type { FastifyInstance } from "fastify";

/**
 * What an answer is by itself: data, which loads and runs nothing, is shown in no frame, and is taken for what its type says. Pages have
 * a policy of their own. That browsers should come by TLS only is for the proxy to say that has the certificate.
 */
const headers = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
};

/** Gives every answer the headers that tell browsers what not to do with it. */
export function secureAnswers(app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
