import pg from "pg";

const retryMilliseconds = [100, 300, 1000];

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
 * Listens to a channel on a connection of its own, and connects anew when it breaks. A payload is heard when the transaction that
 * sent it has committed, whichever process that was in.
 */
export async function listen(databaseUrl: string, channel: string, { onNotice, onReconnect }: ListenerHandlers): Promise<Listener> {
  let closed = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: databaseUrl, application_name: "batch-gateway listener", keepAlive: true });
    fresh.on("notification", ({ payload }) => onNotice(payload ?? ""));
    fresh.once("error", () => void fresh.end().catch(() => {}));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await fresh.end().catch(() => {});
      throw error;
    }
    fresh.once("end", () => void reconnect());
    return fresh;
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !closed; attempt++) {
      const wait = retryMilliseconds[Math.min(attempt, retryMilliseconds.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        client = await connect();
        if (closed) await client.end();
        else onReconnect();
        return;
      } catch {
        // Still away.
      }
    }
  }

  return {
    close: async () => {
      closed = true;
      await client.end().catch(() => {});
    },
  };
}
