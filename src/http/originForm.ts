import type { IncomingMessage } from "node:http";

/**
 * The target of a request without its scheme and host. By custom, only requests to a proxy have these. But every server must take such
 * requests, and must then believe the target's host instead of the `Host` header (RFC 9112, 3.2.2): the header is replaced.
 */
export function originForm({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): string {
  const [beginning, host] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url) ?? [];
  if (beginning === undefined) return url;
  if (host) headers.host = host;
  return url.slice(beginning.length).replace(/^\/?/, "/");
}
