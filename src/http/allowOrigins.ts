import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** Headers of answers that a page may read, besides those that it may read anyway. */
const exposedHeaders = ["ETag", "Location", "Retry-After", "WWW-Authenticate", "X-Request-Id"];
/** By this header, a browser asks whether it may ask. */
const asksForMethod = "access-control-request-method";
/** Seconds for which a browser need not ask again whether it may ask. */
const maxAge = 600;

/**
 * Lets pages of other origins read answers. Cookies are not sent along: pages of elsewhere say by a token who asks.
 * @param origins none: only the gateway's own pages read them
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const origin = [...origins];
  await app.register(cors, {
    // Any other OPTIONS asks which methods a path has, and is answered by its route.
    delegator: ({ headers }, done) =>
      done(null, { origin, exposedHeaders, maxAge, preflight: headers.origin !== undefined && asksForMethod in headers }),
  });
}
