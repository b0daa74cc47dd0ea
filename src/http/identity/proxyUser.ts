import { compile } from "@fastify/proxy-addr";
import type { FastifyRequest } from "fastify";
import { isReserved, maxActorName } from "../../domain/actor.js";
import { DomainError } from "../../domain/errors.js";

/** Whether an address is that of a proxy whose headers are believed. */
export type Trust = (address: string, hop: number) => boolean;

/** @param trustedProxies addresses, networks, or proxy-addr's names for some of them. Where there are none, nobody is trusted */
export const trustOf = (trustedProxies: readonly string[]): Trust =>
  trustedProxies.length === 0 ? () => false : compile([...trustedProxies]);

/** The headers in which authenticating proxies name the user, in order of preference. */
const headers = ["x-forwarded-user", "remote-user"] as const;

/**
 * The user whom the proxy names; null where none is named. The header counts only where the direct peer is trusted: anybody else along the
 * way may have made it up.
 */
export function proxyUser({ headers: sent, socket }: FastifyRequest, trust: Trust): string | null {
  const header = headers.find((name) => sent[name]);
  if (!header || !socket.remoteAddress || !trust(socket.remoteAddress, 0)) return null;
  const name = decode(String(sent[header]));
  if ([...name].length > maxActorName) {
    throw new DomainError({ code: "INVALID", path: [header], message: `must be at most ${maxActorName} characters` });
  }
  if (isReserved(name)) throw new DomainError({ code: "INVALID", path: [header], message: "is a name of the gateway's own" });
  return name;
}

/** Node reads headers as Latin-1, but proxies write names in UTF-8. A header that is not UTF-8 stays as it came. */
function decode(header: string): string {
  const utf8 = Buffer.from(header, "latin1").toString("utf8");
  return utf8.includes("\uFFFD") ? header : utf8;
}
