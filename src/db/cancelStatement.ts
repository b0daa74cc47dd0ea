import type { Socket } from "node:net";
import pg from "pg";
import { connectionTimeoutMillis } from "./BoundedClient.js";

/** What pg keeps of a connection and its types do not show: by these PostgreSQL knows whose statement is to be cancelled. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

/** pg's own connection, as far as its types do not show it. */
interface Messenger {
  readonly stream: Socket;
  connect(port: number | string, host?: string): void;
  cancel(processID: number, secretKey: number): void;
  on(event: "connect" | "error", listener: () => void): void;
}

/**
 * Asks PostgreSQL to cancel what a connection is running, by a connection of its own, as the protocol wants it: a pooler passes that on,
 * where the process id that it shows is not PostgreSQL's. The request can arrive late. So the connection must not be used for anything else
 * afterwards.
 */
export function cancelStatement(client: pg.ClientBase): void {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  const messenger = new pg.Connection() as unknown as Messenger;
  messenger.on("connect", () => messenger.cancel(processID, secretKey));
  // Then the statement goes on to its end, which its own time limit bounds.
  messenger.on("error", () => {});
  // PostgreSQL ends the connection once it has read the request. Where nothing comes any more, nobody else would.
  messenger.stream.setTimeout(connectionTimeoutMillis, () => messenger.stream.destroy());
  if (host.startsWith("/")) messenger.connect(`${host}/.s.PGSQL.${port}`);
  else messenger.connect(port, host);
}
