import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether machines ask the route how the process is. They may name any host, and are never too many. */
    isProbe?: boolean;
  }
}

const detail = "This host is not served here; the setting ALLOWED_HOSTS names those that are";

/**
 * Refuses requests to other hosts with 421. Any site can have its own name resolved to a loopback address. The site's page can then read
 * from there what the browser's user could read (DNS rebinding). But such a page can only ask by the site's own name.
 * @param allowed names and addresses in lower case, without ports; null allows all
 */
export function refuseOtherHosts(app: FastifyInstance, allowed: readonly string[] | null): void {
  if (allowed === null) return;
  const names = new Set(allowed);
  app.addHook("onRequest", (request, reply, done) => {
    // `Host` is checked besides the forwarded host: a page can send X-Forwarded-Host, and a browser on loopback may count as the proxy.
    const asked = [request.headers.host, request.host];
    const isAllowed = asked.every((host) => !host || names.has(hostname(host))) || request.routeOptions.config.isProbe;
    if (isAllowed) done();
    else reply.code(421).send({ detail });
  });
}

const hostname = (host: string): string => host.toLowerCase().replace(/:\d*$/, "");
