import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Stands between a client and a database's server. */
export interface FrozenProxy {
  /** The database, by way of the proxy. */
  readonly url: string;
  /** From now on nothing goes through, in either direction, and nobody is told. */
  freeze(): void;
  /** From now on nothing goes through new connections. */
  freezeNew(): void;
  /** New connections go through again; those that have frozen stay so. */
  mend(): void;
}

/** @returns a proxy that forwards until it is frozen; it ends with the test */
export async function startFrozenProxy(databaseUrl: string): Promise<FrozenProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((client) => {
    sockets.add(client.on("error", () => {}));
    if (isFrozen) return;
    const upstream = connect(Number(target.port), target.hostname).on("error", () => {});
    sockets.add(upstream);
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    freezeNew: () => {
      isFrozen = true;
    },
    mend: () => {
      isFrozen = false;
    },
  };
}
