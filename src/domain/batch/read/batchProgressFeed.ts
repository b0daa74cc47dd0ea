import { EventEmitter, once } from "node:events";
import type { Database } from "../../../db/database.js";
import { type Listener, listen } from "../../../db/listen.js";
import { selectBatch } from "../../../db/sql/batchList/selectBatches.js";
import { Watches } from "../../Watches.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import { BatchChanges, type ChangedBatches } from "./BatchChanges.js";
import { findWorkCounts, type WorkCounts } from "./findBatchParts.js";
import { type WorkRow, workPaths } from "./workProgress.js";

/** How far a batch is at one moment. */
export interface BatchSnapshot extends WorkRow {
  /** Counts the jobs that the batch made. They are counted once, however many callers ask. */
  workCounts(): Promise<WorkCounts>;
}

/** What is watched: the making of a batch's recipes and jobs, or that and their work. */
type Watched = "creation" | "work";

/** The least time between two readings of a batch. So there are at most four changes a second for each batch. */
const intervalMilliseconds = 250;
/**
 * The most time until a batch is read again. PostgreSQL tells of each change of a batch, but such a message can get lost. Of changes of its
 * jobs it does not tell: there are too many.
 */
const recheckMilliseconds: Record<Watched, number> = { creation: 10_000, work: 1000 };

/**
 * Tells those who watch a batch how far it is, at every change until it ends. One connection listens for the whole process, and each change
 * takes one query, however many watch; two where the work is watched, too.
 *
 * The feed and its timers stand in the domain, because its rules are the domain's: what counts as a change, how often it is told, and when
 * a watch ends. Doors know neither the database nor statements. The connection that listens is made by `db/listen`.
 */
export class BatchProgressFeed {
  readonly #topics: Record<Watched, Map<number, Topic>> = { creation: new Map(), work: new Map() };
  readonly #changes = new BatchChanges();
  readonly #watches = new Watches();
  #listener: Promise<Listener> | undefined;

  constructor(readonly db: Database) {}

  /**
   * Yields the batch's progress now, and then at every change. It ends when what is watched has ended.
   * @returns nothing at all where there is no such batch
   */
  watch(batchId: number, watched: Watched = "creation"): AsyncGenerator<BatchSnapshot, void> {
    return this.#watches.begin((leaving) => this.#watch(batchId, watched, leaving));
  }

  /**
   * Yields which batches lists would show otherwise, at most once a second: those that were made, and those whose title, status or state of
   * work is another. How far they are is told to those who watch them.
   */
  watchLists(): AsyncGenerator<ChangedBatches, void> {
    return this.#watches.begin((leaving) => this.#watchLists(leaving));
  }

  async *#watchLists(leaving: AbortSignal): AsyncGenerator<ChangedBatches, void> {
    await this.#isListening();
    yield* this.#changes.follow(leaving);
  }

  async *#watch(batchId: number, watched: Watched, leaving: AbortSignal): AsyncGenerator<BatchSnapshot, void> {
    await this.#isListening();
    const topics = this.#topics[watched];
    const known = topics.get(batchId);
    // A batch that was over may go on, though somebody slow has not yet been told that it was.
    const topic = known && !known.isOver ? known : new Topic(this.db, batchId, watched);
    topics.set(batchId, topic);
    try {
      yield* topic.subscribe(leaving);
    } finally {
      if (topic.isIdle && topics.get(batchId) === topic) topics.delete(batchId);
    }
  }

  async close(): Promise<void> {
    this.#watches.close();
    await this.#listener?.then((listener) => listener.close()).catch(() => {});
  }

  async #isListening(): Promise<void> {
    this.#listener ??= this.#listen();
    try {
      await this.#listener;
    } catch (error) {
      this.#listener = undefined;
      throw error;
    }
  }

  #listen(): Promise<Listener> {
    return listen(this.db.url, "batch_changed", {
      onNotice: (payload) => {
        if (payload.startsWith("list:")) this.#changes.note(Number(payload.slice("list:".length)));
        else for (const topics of Object.values(this.#topics)) topics.get(Number(payload))?.refresh();
      },
      onReconnect: () => {
        for (const topics of Object.values(this.#topics)) for (const topic of topics.values()) topic.refresh();
        this.#changes.note(null);
      },
    });
  }
}

/** One batch that is being watched. */
class Topic {
  readonly #events = new EventEmitter().setMaxListeners(0);
  #watchers = 0;
  #snapshot: BatchSnapshot | null = null;
  /** What of the snapshot counts as a change, as text. */
  #face: string | undefined;
  #version = 0;
  /** Readings of the batch are numbered: the latest that has begun, and the latest that is done. */
  #begun = 0;
  #done = 0;
  #isOver = false;
  #reading = false;
  #stale = false;
  #recheck: NodeJS.Timeout | undefined;

  constructor(
    readonly db: Database,
    readonly batchId: number,
    readonly watched: Watched,
  ) {}

  get isIdle(): boolean {
    return this.#watchers === 0;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  async *subscribe(leaving: AbortSignal): AsyncGenerator<BatchSnapshot> {
    this.#watchers++;
    this.#recheck ??= setInterval(() => this.refresh(), recheckMilliseconds[this.watched]).unref();
    // A reading that began before this watch may show an older state of the batch. So the watch begins with the next one.
    const first = this.#begun + 1;
    let seen = 0;
    try {
      this.refresh();
      while (!leaving.aborted) {
        if (this.#version > seen && (this.#done >= first || this.#isOver)) {
          seen = this.#version;
          if (this.#snapshot) yield this.#snapshot;
        } else if (this.#isOver) return;
        else await once(this.#events, "change", { signal: leaving }).catch(() => {});
      }
    } finally {
      this.#watchers--;
      if (this.isIdle) {
        clearInterval(this.#recheck);
        this.#recheck = undefined;
      }
    }
  }

  /** Reads the batch again. If it is being read, or has just been read, this happens a little later. */
  refresh(): void {
    if (this.#reading || this.#isOver) {
      this.#stale = true;
      return;
    }
    this.#reading = true;
    this.#stale = false;
    this.#read()
      .catch(() => {
        this.#stale = true;
      })
      .finally(() => {
        setTimeout(() => {
          this.#reading = false;
          if (this.#stale && !this.isIdle) this.refresh();
        }, intervalMilliseconds);
      });
  }

  async #read(): Promise<void> {
    const reading = ++this.#begun;
    const row = await selectBatch(this.db, workPaths, this.batchId);
    let counts: Promise<WorkCounts> | undefined;
    const workCounts = () => {
      counts ??= findWorkCounts(this.db, [this.batchId]).then(([found]) => found as WorkCounts);
      return counts;
    };
    const snapshot = row && { ...row, workCounts };
    const face = await this.#faceOf(snapshot);
    this.#done = reading;
    if (face !== this.#face) this.#version++;
    this.#face = face;
    this.#snapshot = snapshot;
    if (snapshot === null || this.#hasEnded(snapshot)) this.#isOver = true;
    this.#events.emit("change");
  }

  async #faceOf(batch: BatchSnapshot | null): Promise<string> {
    if (!batch) return "";
    const creation = [batch.status, batch.createdCount, batch.failedCount, batch.totalCount];
    if (this.watched === "creation") return creation.join();
    const { jobs, recipesCompleted } = await batch.workCounts();
    return [...creation, batch.workState, batch.workFinished, recipesCompleted, ...jobs.values()].join();
  }

  #hasEnded({ status, workFinished }: BatchSnapshot): boolean {
    return hasEnded(status as BatchStatus) && (this.watched === "creation" || workFinished !== null);
  }
}
