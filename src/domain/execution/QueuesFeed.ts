import { EventEmitter, once } from "node:events";
import type { Database } from "../../db/database.js";
import type { JobTypeSummary } from "../job/findJobs.js";
import { findJobTypes } from "../job/findJobTypes.js";
import { Watches } from "../Watches.js";
import { findJobTypeQueues, type JobTypeQueueRow } from "./findJobTypeQueues.js";
import { findWorkers, type WorkerRow } from "./findWorkers.js";

/** What waits and runs of each job type, and who runs it. */
export interface Queues {
  readonly jobTypes: readonly JobTypeSummary[];
  /** By the id of the job type. */
  readonly queues: ReadonlyMap<number, JobTypeQueueRow>;
  readonly workers: readonly WorkerRow[];
}

interface Reading {
  readonly queues: Queues;
  /** All of it as text. */
  readonly face: string;
}

/** The most job types that are told of: those with the lowest ids. */
export const maxJobTypes = 500;

/**
 * Milliseconds between two readings. PostgreSQL could tell of what is queued, claimed and reported, but each message would be one more thing to
 * do for workers, in the statements that count most.
 */
const interval = 1000;

/**
 * Tells those who watch the queues what waits and runs, now and whenever it has changed. While somebody watches, they are read once a second
 * for the whole process, however many watch.
 */
export class QueuesFeed {
  readonly #watches = new Watches();
  readonly #events = new EventEmitter().setMaxListeners(0);
  #watchers = 0;
  #latest: Reading | undefined;
  /** When the queues were last read, by the clock of `performance`. */
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly db: Database) {}

  watch(): AsyncGenerator<Queues, void> {
    return this.#watches.begin((leaving) => this.#watch(leaving));
  }

  close(): void {
    this.#watches.close();
  }

  async *#watch(leaving: AbortSignal): AsyncGenerator<Queues, void> {
    this.#watchers++;
    this.#timer ??= setInterval(() => void this.#read().catch(() => {}), interval).unref();
    try {
      // However many begin within a second, the queues are read once.
      if (performance.now() - this.#readAt >= interval) await this.#read();
      let seen: Reading | undefined;
      while (!leaving.aborted) {
        if (this.#latest && this.#latest !== seen) {
          seen = this.#latest;
          yield seen.queues;
        } else await once(this.#events, "change", { signal: leaving }).catch(() => {});
      }
    } finally {
      if (--this.#watchers === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    }
  }

  /** Reads the queues, unless that is being done, and tells where they have changed. */
  #read(): Promise<void> {
    this.#reading ??= this.#find()
      .then((queues) => {
        this.#readAt = performance.now();
        const face = JSON.stringify([queues.jobTypes, [...queues.queues], queues.workers]);
        if (face === this.#latest?.face) return;
        this.#latest = { queues, face };
        this.#events.emit("change");
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #find(): Promise<Queues> {
    const window = { limit: maxJobTypes, backward: false, after: null, before: null };
    const { rows: jobTypes } = await findJobTypes(this.db, { isSystem: false }, window);
    const ids = jobTypes.map(({ id }) => id);
    const [queues, workers] = await Promise.all([findJobTypeQueues(this.db, ids), findWorkers(this.db)]);
    return { jobTypes, queues: new Map(queues.map((queue) => [queue.id, queue])), workers };
  }
}
