import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { compile } from "@fastify/proxy-addr";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.js";

/** Callers that may wait to be connected. Linux lets each further caller wait for a second or longer before it tries again. */
const backlog = 4096;

const isLoopback = compile("loopback");

interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** The setting that says the port; by default, it is PORT. */
  readonly key?: "PORT" | "METRICS_PORT" | undefined;
}

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

/**
 * Listens for a moment, so that a gateway that can't be reached is refused before its database is set up.
 * @throws {Error} that names PORT or HOST
 */
export const refuseTakenPort = ({ host, port }: { readonly host: string; readonly port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(listenError(error, { host, port })));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });

/** @returns the error as it is, or, where it is about the address, one that tells an operator which setting to change */
function listenError(error: NodeJS.ErrnoException, { host, port, key = "PORT" }: ListenAddress): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`${key}: ${port} is in use on ${host}.\nStop what listens there, or set another ${key}.`);
    case "EACCES":
      return new Error(`${key}: this user may not listen on ${port}.\nSet ${key} to 1024 or more.`);
    case "EADDRNOTAVAIL":
    case "EAI_AGAIN":
    case "EINVAL":
    case "ENOTFOUND":
      return new Error(`HOST: ${host} is no address of this machine (${error.code}).\nSet HOST to one of its own, or to 0.0.0.0 for all.`);
    default:
      return error;
  }
}
