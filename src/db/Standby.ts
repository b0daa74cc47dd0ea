import { type Database, openDatabase } from "./database.js";
import { wordsOf } from "./databaseWords.js";
import { KeptAsker } from "./KeptAsker.js";
import { Replay } from "./Replay.js";
import { RequestEnd } from "./RequestEnd.js";
import { readServerFacts } from "./readServerFacts.js";
import { schemaOf } from "./session.js";

/** How long a new connection to the standby may take, in milliseconds. */
const maxConnecting = 1000;

/**
 * Whether reads may go to the standby, and if not, why. AWAY: it, or the primary, does not answer. PRIMARY: the server takes changes, for
 * example because it has been promoted. OTHER_TIMELINE: it follows what was the primary before a promotion, or has not yet written to its
 * disk that it follows the new one. OTHER_DATABASE: it is no copy of the primary.
 */
export type StandbyState = "USED" | "AWAY" | "PRIMARY" | "OTHER_TIMELINE" | "OTHER_DATABASE";

/**
 * What became of a request that only reads: the standby answered, or the primary, because the standby was not used, was behind, or failed at
 * the request's first statement.
 */
export type ReadOutcome = "standby" | "not_used" | "behind" | "failed";

/** One run of the standby's server. */
export interface Reader {
  readonly database: Database;
  /** Ends when the standby can no longer be used. */
  readonly end: RequestEnd;
}

/** Is told when the state changes. @param why the reason where the standby is AWAY */
export type OnStandbyChange = (state: StandbyState, why: string | undefined) => void;

/**
 * A standby that answers requests which only read, where it has replayed everything that the primary had committed when they came. So
 * they see what they would see on the primary, whoever wrote it, by whichever process.
 */
export class Standby {
  readonly counts: Record<ReadOutcome, number> = { standby: 0, not_used: 0, behind: 0, failed: 0 };
  #isOpen = false;
  #state: StandbyState | null = null;
  #whyLost: string | undefined;
  #reader: (Reader & { readonly started: string }) | null = null;
  readonly #primary: KeptAsker;
  readonly #standby: KeptAsker;
  readonly #replay: Replay;

  private constructor(
    primaryUrl: string,
    private readonly url: string,
    private readonly poolSize: number,
    private readonly onChange: OnStandbyChange,
  ) {
    this.#primary = new KeptAsker(primaryUrl, "batch-gateway log position", (lost) => this.#look(lost && `primary: ${wordsOf(lost)}`));
    this.#standby = new KeptAsker(url, "batch-gateway replay position", (lost) => this.#look(lost && `standby: ${wordsOf(lost)}`));
    this.#replay = new Replay(this.#primary, this.#standby);
  }

  /**
   * Opens the standby of DATABASE_REPLICA_URL. If it is away, it is used as soon as it is there.
   * @throws where the URL leads to another database
   */
  static async open(primary: Pick<Database, "url">, url: string, poolSize: number, onChange: OnStandbyChange): Promise<Standby> {
    const standby = new Standby(primary.url, url, poolSize, onChange);
    await Promise.allSettled([standby.#primary.opened, standby.#standby.opened]);
    if (schemaOf(primary.url) !== schemaOf(url) || standby.#stateNow() === "OTHER_DATABASE") {
      await standby.close();
      throw new Error(
        "DATABASE_REPLICA_URL leads to another database than DATABASE_URL.\n" +
          "Name a streaming standby of that server, and in it the same database and the same schema.",
      );
    }
    standby.#isOpen = true;
    standby.#look();
    return standby;
  }

  get state(): StandbyState {
    return this.#state ?? "AWAY";
  }

  /**
   * Finds out whether a request that only reads goes to the standby. Counts it where it does not.
   * @returns null where it goes to the primary
   */
  async readerNow(): Promise<Reader | null> {
    const isUpToDate = this.#reader !== null && (await this.#replay.isUpToDate());
    const reader = this.#reader;
    if (isUpToDate && reader) return reader;
    this.counts[reader ? "behind" : "not_used"]++;
    return null;
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await Promise.all([this.#primary.close(), this.#standby.close()]);
    this.#endReader("The gateway is stopping");
  }

  #stateNow(): StandbyState {
    const [primary, standby] = [this.#primary.facts, this.#standby.facts];
    if (!primary || !standby) return "AWAY";
    if (primary.system !== standby.system || primary.database !== standby.database) return "OTHER_DATABASE";
    if (!standby.isStandby) return "PRIMARY";
    return primary.timeline === standby.timeline ? "USED" : "OTHER_TIMELINE";
  }

  #look(lost?: string): void {
    this.#whyLost = lost ?? this.#whyLost;
    if (!this.#isOpen) return;
    const state = this.#stateNow();
    const started = this.#standby.facts?.started;
    if (state !== "USED" || started !== this.#reader?.started) this.#endReader("The standby can no longer be used");
    if (state === "USED" && started !== undefined) this.#reader ??= this.#openReader(started);
    if (state === this.#state) return;
    this.#state = state;
    this.onChange(state, state === "AWAY" ? this.#whyLost : undefined);
  }

  #openReader(started: string) {
    this.#replay.forget();
    const database = openDatabase(this.url, this.poolSize, {
      maxMilliseconds: maxConnecting,
      // A firewall, or a pooler that is full, may let only new connections hang. The asker's new one shows when they can be made again.
      onLate: () => this.#standby.reopen(new Error(`A new connection has taken longer than ${maxConnecting} ms`)),
      // Behind one name there may be several servers, which have not replayed equally much.
      check: async (client) => {
        if ((await readServerFacts(client)).started !== started) throw new Error("This is another server");
      },
    });
    return { database, end: new RequestEnd(), started };
  }

  #endReader(why: string): void {
    const reader = this.#reader;
    this.#reader = null;
    reader?.end.because(why);
    reader?.database.cut();
    reader?.database.close().catch(() => {});
  }
}
