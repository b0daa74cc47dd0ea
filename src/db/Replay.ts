import { setTimeout as wait } from "node:timers/promises";
import type { KeptAsker } from "./KeptAsker.js";

/** How long a read waits at most, in milliseconds, until the standby is known to have replayed what the primary has committed. */
const maxWait = 20;
/** How long to wait, in milliseconds, before the standby is asked again: `waited` while reads wait, and `behind` while none does. */
const lookMilliseconds = { waited: 1, behind: 50 };

/**
 * Where the log ends that the primary has flushed to its disk. A transaction is seen by others, and its end is told, only once its part of the
 * log is flushed. Without `synchronous_commit` its part may be flushed later, so all of the log counts.
 */
const committed = `
  SELECT (CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END
    - '0/0'::pg_lsn)::text AS position`;
const replayed = `SELECT coalesce(pg_last_wal_replay_lsn() - '0/0'::pg_lsn, 0)::text AS position`;

interface Waiting {
  readonly position: bigint;
  tell(isUpToDate: boolean): void;
}

/** Knows whether the standby has replayed all that the primary has committed. */
export class Replay {
  #known = 0n;
  /** The position that the standby had not replayed in time. Until it has, nobody waits for it again. */
  #behind: bigint | null = null;
  #asking: Promise<unknown> = Promise.resolve();
  #next: Promise<bigint> | null = null;
  /** An array: a `Set` that changes this often would keep what was in it, see docs/decisions/0011-few-in-hand.md. */
  readonly #waiting: Waiting[] = [];
  #isLooking = false;

  constructor(
    private readonly primary: KeptAsker,
    private readonly standby: KeptAsker,
  ) {}

  /** Call it when the standby may be another server, or the same after a crash: it may then have replayed less than before. */
  forget(): void {
    this.#known = 0n;
    this.#behind = null;
  }

  /** Whether the standby has replayed all that was committed when this is called. It waits for that, or for what it has to ask, 20 ms at most. */
  isUpToDate(): Promise<boolean> {
    if (this.#behind !== null) return Promise.resolve(false);
    return new Promise((resolve) => {
      let waiting: Waiting | null = null;
      let isTold = false;
      const tell = (isUpToDate: boolean) => {
        isTold = true;
        clearTimeout(timer);
        resolve(isUpToDate);
      };
      const giveUp = () => {
        if (isTold) return;
        if (waiting) {
          this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
          this.#behind ??= waiting.position;
        }
        tell(false);
      };
      // When this process has stalled, timers run before the answers are read that have come meanwhile.
      const timer = setTimeout(() => setImmediate(giveUp), maxWait);
      this.#committed().then(
        (position) => {
          if (isTold) return;
          if (position <= this.#known) return tell(true);
          waiting = { position, tell };
          this.#waiting.push(waiting);
          void this.#look();
        },
        () => tell(false),
      );
    });
  }

  /** Asks the primary, once for all who ask while an earlier question is on its way: an answer to that one could be too old for them. */
  #committed(): Promise<bigint> {
    this.#next ??= this.#asking.then(() => {
      const asked = this.#next as Promise<bigint>;
      this.#next = null;
      this.#asking = asked.catch(() => {});
      return this.primary.ask("committed", committed);
    });
    return this.#next;
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#waiting.length > 0 || this.#behind !== null) {
        this.#known = await this.standby.ask("replayed", replayed);
        if (this.#behind !== null && this.#behind <= this.#known) this.#behind = null;
        this.#tell();
        if (this.#waiting.length > 0) await wait(lookMilliseconds.waited);
        else if (this.#behind !== null) await wait(lookMilliseconds.behind, undefined, { ref: false });
      }
    } catch {
      this.forget();
      for (const { tell } of this.#waiting.splice(0)) tell(false);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Answers those who need not wait any longer. Once the standby is behind, nobody waits. */
  #tell(): void {
    for (const waiting of this.#waiting.splice(0)) {
      const isUpToDate = waiting.position <= this.#known;
      if (isUpToDate || this.#behind !== null) waiting.tell(isUpToDate);
      else this.#waiting.push(waiting);
    }
  }
}
