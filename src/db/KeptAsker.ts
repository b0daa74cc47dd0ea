import type { BoundedClient } from "./BoundedClient.js";
import { type KeptConnection, keepConnection } from "./keepConnection.js";
import { readServerFacts, type ServerFacts } from "./readServerFacts.js";

/** How often a server is asked who it is, and how soon it must answer anything. After that, its connection is taken for dead. */
const askMilliseconds = 1000;

/** A connection of its own to a server that is asked small questions, many a second: where its write-ahead log ends, or its replay. */
export class KeptAsker {
  /** Null while there is no connection. */
  facts: ServerFacts | null = null;
  #client: BoundedClient | null = null;
  readonly #connection: KeptConnection;

  /** @param onLook is called when the facts have been read, once a second, and when the connection is lost or can't be made, with the reason */
  constructor(url: string, name: string, onLook: (lost?: Error) => void) {
    const look = async (client: BoundedClient) => {
      this.facts = await readServerFacts(client);
      this.#client = client;
      onLook();
    };
    this.#connection = keepConnection(url, {
      name,
      askMilliseconds,
      prepare: look,
      ask: look,
      onLost: (why) => {
        this.facts = null;
        this.#client = null;
        onLook(why);
      },
    });
  }

  /** Tells how the first attempt to reach the server went. */
  get opened(): Promise<void> {
    return this.#connection.opened;
  }

  /**
   * @param text a statement that returns one position in the write-ahead log, in bytes
   * @throws where there is no connection
   */
  async ask(name: string, text: string): Promise<bigint> {
    if (!this.#client) throw new Error("There is no connection");
    return BigInt((await this.#client.query({ name, text })).rows[0].position);
  }

  /** Loses the connection, and makes a new one as soon as the server takes one. */
  reopen(why: Error): void {
    this.#client?.cut(why);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
