import { EventEmitter, once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** The ids of batches that a list would show otherwise now. Null: any may have changed. */
export type ChangedBatches = readonly number[] | null;

/** The least time between two tellings. */
const intervalMilliseconds = 1000;
/** As many as a page has at most: whoever follows a list of so many that have changed had better ask for it anew. */
const maxTold = 100;

/** Gathers for each who follows lists of batches which have changed since it was last told. */
export class BatchChanges {
  readonly #followers = new Set<Follower>();
  readonly #events = new EventEmitter().setMaxListeners(0);

  /** @param batchId null: any may have changed */
  note(batchId: number | null): void {
    for (const follower of this.#followers) follower.note(batchId);
    this.#events.emit("change");
  }

  /** Yields null at first: what is asked for after that misses no change. */
  async *follow(leaving: AbortSignal): AsyncGenerator<ChangedBatches, void> {
    const follower = new Follower();
    this.#followers.add(follower);
    try {
      while (!leaving.aborted) {
        yield follower.take();
        await wait(intervalMilliseconds, undefined, { signal: leaving }).catch(() => {});
        if (!follower.hasNews) await once(this.#events, "change", { signal: leaving }).catch(() => {});
      }
    } finally {
      this.#followers.delete(follower);
    }
  }
}

class Follower {
  #changed: Set<number> | null = null;

  get hasNews(): boolean {
    return this.#changed?.size !== 0;
  }

  note(batchId: number | null): void {
    if (batchId !== null) this.#changed?.add(batchId);
    if (batchId === null || (this.#changed?.size ?? 0) > maxTold) this.#changed = null;
  }

  take(): ChangedBatches {
    const changed = this.#changed && [...this.#changed];
    this.#changed = new Set();
    return changed;
  }
}
