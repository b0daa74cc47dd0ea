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

  /** @param batchId null: any may have changed */
  note(batchId: number | null): void {
    for (const follower of this.#followers) follower.note(batchId);
  }

  /** Yields null at first: what is asked for after that misses no change. */
  async *follow(leaving: AbortSignal): AsyncGenerator<ChangedBatches, void> {
    const follower = new Follower();
    const stop = () => follower.stop.abort();
    leaving.addEventListener("abort", stop);
    this.#followers.add(follower);
    const { signal } = follower.stop;
    try {
      while (!signal.aborted) {
        yield follower.take();
        await wait(intervalMilliseconds, undefined, { signal }).catch(() => {});
        await follower.hasNews();
      }
    } finally {
      this.#followers.delete(follower);
    }
  }

  end(): void {
    for (const { stop } of this.#followers) stop.abort();
  }
}

class Follower {
  readonly stop = new AbortController();
  #changed: Set<number> | null = null;
  #wake = () => {};

  constructor() {
    this.stop.signal.addEventListener("abort", () => this.#wake());
  }

  note(batchId: number | null): void {
    if (batchId !== null) this.#changed?.add(batchId);
    if (batchId === null || (this.#changed?.size ?? 0) > maxTold) this.#changed = null;
    this.#wake();
  }

  take(): ChangedBatches {
    const changed = this.#changed && [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  async hasNews(): Promise<void> {
    if (this.stop.signal.aborted || this.#changed?.size !== 0) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
