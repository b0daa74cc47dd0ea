import pg from "pg";
import { keepConnection } from "./keepConnection.js";

/** A connection that receives the database's notifications. */
export interface Listener {
  close(): Promise<void>;
}

export interface ListenerHandlers {
  onNotice(payload: string): void;
  /** Is called when a lost connection has been opened again. Notifications of the time between are lost. */
  onReconnect(): void;
}

/**
 * Listens to a channel on a connection of its own, which `keepConnection` keeps open. A notification arrives when the transaction that sent
 * it has committed. The transaction may be of any process.
 * @throws where the first connection can't be made
 */
export async function listen(databaseUrl: string, channel: string, { onNotice, onReconnect }: ListenerHandlers): Promise<Listener> {
  const connection = keepConnection(databaseUrl, {
    name: "batch-gateway listener",
    prepare: (client) => {
      client.on("notification", ({ payload }) => onNotice(payload ?? ""));
      return client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    },
    onReopen: onReconnect,
  });
  try {
    await connection.opened;
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}
