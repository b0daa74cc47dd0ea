import type { Socket } from "node:net";
import pg from "pg";
import { connectionTimeoutMillis } from "./BoundedClient.js";

/** What a cancel request needs: the server's address, and the keys of the session. pg has them, but its types do not show them. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

/** The members of pg's connection that its types leave out. */
interface Messenger {
  readonly stream: Socket;
  connect(port: number | string, host?: string): void;
  cancel(processID: number, secretKey: number): void;
  on(event: "connect" | "error", listener: () => void): void;
}

/**
 * Asks PostgreSQL to cancel the statement that a connection is running. The request goes over a connection of its own, as the protocol
 * demands. Poolers pass it on; `pg_cancel_backend` would not work behind them, because they show process ids of their own. The request can
 * arrive late, so the connection must not run anything else afterwards.
 */
export function cancelStatement(client: pg.ClientBase): void {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  const messenger = new pg.Connection() as unknown as Messenger;
  messenger.on("connect", () => messenger.cancel(processID, secretKey));
  // Where the request can't be sent, the statement goes on until its own time limit.
  messenger.on("error", () => {});
  // PostgreSQL closes the connection when it has read the request. Behind a proxy that has frozen, the connection would stay open for ever.
  messenger.stream.setTimeout(connectionTimeoutMillis, () => messenger.stream.destroy());
  if (host.startsWith("/")) messenger.connect(`${host}/.s.PGSQL.${port}`);
  else messenger.connect(port, host);
}
