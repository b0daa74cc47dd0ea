import type { FastifyInstance } from "fastify";
import { DomainError } from "../domain/errors.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether machines ask the route how the process is. They may name any host, and are never too many. */
    isProbe?: boolean;
  }
}

/** The characters of names, addresses and ports. URL.canParse alone would let blanks and user names pass. */
const pattern = /^[\w.:[\]-]+$/;

const otherHost = "This host is not served here; the setting ALLOWED_HOSTS names those that are";

/**
 * Refuses requests whose host or protocol is not valid, in `Host` or in what a trusted proxy says: the links in answers are made of these
 * two. A request by HTTP/1.0 may have no `Host`, and some health probes send such requests. They are taken to ask for localhost.
 *
 * Refuses requests to other hosts with 421. Any site can have its own name resolved to a loopback address. The site's page can then read
 * from there what the browser's user could read (DNS rebinding). But such a page can only ask by the site's own name.
 * @param allowed names and addresses in lower case, without ports; null allows all
 */
export function checkHost(app: FastifyInstance, allowed: readonly string[] | null): void {
  const names = allowed && new Set(allowed);
  app.addHook("onRequest", (request, reply, done) => {
    if (request.host === "") request.raw.headers.host = "localhost";
    const { protocol, host } = request;
    if (!pattern.test(host) || !URL.canParse(`http://${host}`)) return done(invalid("host", "is no host"));
    if (protocol !== "http" && protocol !== "https") return done(invalid("x-forwarded-proto", "is neither http nor https"));
    // `Host` is checked besides the forwarded host: a page can send X-Forwarded-Host, and a browser on loopback may count as the proxy.
    const isServed = !names || [request.headers.host, host].every((asked) => !asked || names.has(hostname(asked)));
    if (isServed || request.routeOptions.config.isProbe) done();
    else reply.code(421).send({ detail: otherHost });
  });
}

const hostname = (host: string): string => host.toLowerCase().replace(/:\d*$/, "");

const invalid = (header: string, message: string) => new DomainError({ code: "INVALID", path: [header], message });
