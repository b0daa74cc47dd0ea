import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { compile } from "@fastify/proxy-addr";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.js";
import { type ListenAddress, listenError } from "./listenError.js";

/** Callers that may wait to be connected. Linux lets each further caller wait for a second or longer before it tries again. */
const backlog = 4096;

const isLoopback = compile("loopback");

/**
 * Takes requests from now on.
 * @returns the URLs at which the app can be reached, without a slash at the end; those of this machine come first
 * @throws {Error} that names HOST, or the port's setting
 */
export async function listen(
  app: FastifyInstance,
  { host, port, key, identity = null }: ListenAddress & Partial<Pick<Config, "identity">>,
): Promise<string[]> {
  // Fastify would log a line for each address. The start prints all of them once, at its end.
  const { level } = app.log;
  app.log.level = "silent";
  await app
    .listen({ host, port, backlog })
    .catch((error: unknown) => {
      throw listenError(error as NodeJS.ErrnoException, { host, port, key });
    })
    .finally(() => {
      app.log.level = level;
    });
  const bound = app.addresses() as AddressInfo[];
  if (!identity && key === undefined && !bound.every(({ address }) => isLoopback(address, 0))) {
    app.log.warn(`HOST=${host}: whoever reaches that address can use the gateway, which asks nobody who they are`);
  }
  return bound.flatMap(({ address, port }) => reachable(address).map((one) => `http://${one.includes(":") ? `[${one}]` : one}:${port}`));
}

/** The addresses by which callers reach an address that is listened on: 0.0.0.0 and :: stand for all addresses, and can't be asked for. */
function reachable(address: string): string[] {
  if (address !== "0.0.0.0" && address !== "::") return [address];
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const outer = all.filter(({ internal, family, scopeid }) => !internal && !scopeid && (address === "::" || family === "IPv4"));
  return ["127.0.0.1", ...outer.map((one) => one.address)];
}
