import type { FastifyInstance } from "fastify";

/**
 * Most answers are data. A browser must load and run nothing for them, show them in no frame, and not guess another type than they have.
 * Pages replace the policy by their own. Strict-Transport-Security is left to the proxy, which has the certificate.
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
