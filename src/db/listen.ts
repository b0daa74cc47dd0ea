import pg from "pg";
import { keepConnection } from "./keepConnection.js";

/** A connection that hears what the database notifies. */
export interface Listener {
  close(): Promise<void>;
}

export interface ListenerHandlers {
  /** A notification. */
  onNotice(payload: string): void;
  /** The connection was lost and is there again: what was notified meanwhile is lost. */
  onReconnect(): void;
}

/**
 * Listens to a channel on a connection of its own, which is kept. A payload is heard when the transaction that sent it has committed,
 * whichever process that was in.
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
