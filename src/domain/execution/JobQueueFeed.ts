import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../db/database.js";
import { type Listener, listen } from "../../db/listen.js";
import { ClaimGroups } from "./ClaimGroups.js";
import type { ClaimOrder, JobClaim } from "./jobClaims.js";
import { reportJobs } from "./reportJobs.js";
import { type NewlyQueued, tellQueued } from "./tellQueued.js";

/** The most time until a waiting claim is tried again, in seconds. A message that jobs were queued can get lost. */
const recheckSeconds = 15;
/** The same until the connection that listens has been opened for the first time. */
const recheckDeafSeconds = 1;

/** Milliseconds between two messages to other processes. */
const tellInterval = 25;

/** A claim that waits for jobs. */
interface Waiter {
  /** Null: all. */
  readonly jobTypeIds: ReadonlySet<number> | null;
  wake(): void;
}

/**
 * Claims that wait until there are jobs for them. One connection listens for the whole process, however many wait; a waiting claim holds no
 * connection. A message that jobs of a type were queued wakes one of those who wait for them. If that one gets all that it wants, there may be
 * more, so it wakes two others: a thousand are awake after ten rounds, each of which is a transaction or a few. One that is woken and looks
 * no more wakes another in its place.
 */
export class JobQueueFeed {
  /** In the order in which they began to wait. */
  readonly #waiters = new Set<Waiter>();
  readonly #closing = new AbortController();
  #listener: Promise<Listener> | undefined;
  #isListening = false;
  readonly #groups: ClaimGroups;
  /** What other processes are to be told of. */
  readonly #untold = { jobTypeIds: new Set<number>(), batchIds: new Set<number>() };
  #telling: Promise<void> | undefined;

  constructor(readonly db: Database) {
    this.#groups = new ClaimGroups(db);
  }

  /**
   * Claims jobs. Where there are none, it waits for some.
   * @param isGone is aborted when nobody waits for the answer any more. Nothing is claimed then, or what was is given back.
   * @returns nothing where there were none in this time
   */
  async claim(order: ClaimOrder, waitSeconds: number, isGone: AbortSignal): Promise<JobClaim[]> {
    const types = await this.#groups.findTypes(order.jobTypes);
    const jobTypeIds = types && new Set(types);
    const deadline = performance.now() + waitSeconds * 1000;
    for (;;) {
      // It waits from here on, so that no message between its look and its wait is lost.
      const waiting = this.#wait(jobTypeIds);
      this.#listen();
      let [looksAgain, hasAll] = [false, false];
      try {
        const result = await this.#groups.claim(order, types);
        hasAll = result.claims.length === order.max;
        const seconds = (deadline - performance.now()) / 1000;
        const isOver = result.claims.length > 0 || result.isRepeated || seconds <= 0 || isGone.aborted || this.#closing.signal.aborted;
        if (isOver) return await this.#keep(result.claims, isGone);
        await waiting.forAtMost(
          Math.min(seconds, result.nextSeconds ?? seconds, this.#isListening ? recheckSeconds : recheckDeafSeconds),
          isGone,
        );
        if (isGone.aborted) return [];
        looksAgain = true;
      } finally {
        // It was woken by jobs that came after its look, or left some behind: if it looks no more, the next one must.
        const wasWoken = !waiting.end();
        if (!looksAgain && wasWoken) this.#wakeNext(jobTypeIds);
        if (hasAll) for (let i = 0; i < 2; i++) this.#wakeNext(jobTypeIds);
      }
    }
  }

  /**
   * Tells those who wait that jobs were queued: those of this process at once, all others by the database. Such a message costs a
   * transaction and wakes every process, so under load one is sent each 25 ms.
   */
  tell({ jobTypeIds = [], batchIds = [] }: NewlyQueued): void {
    if (jobTypeIds.length + batchIds.length === 0) return;
    for (const id of new Set(jobTypeIds)) this.#wakeNext(new Set([id]));
    for (const id of jobTypeIds) this.#untold.jobTypeIds.add(id);
    for (const id of batchIds) this.#untold.batchIds.add(id);
    this.#telling ??= this.#tellOthers();
  }

  async #tellOthers(): Promise<void> {
    const { jobTypeIds, batchIds } = this.#untold;
    while (jobTypeIds.size + batchIds.size > 0) {
      const untold = { jobTypeIds: [...jobTypeIds], batchIds: [...batchIds] };
      jobTypeIds.clear();
      batchIds.clear();
      await tellQueued(this.db, untold);
      await pause(tellInterval, undefined, { ref: false, signal: this.#closing.signal }).catch(() => {});
    }
    this.#telling = undefined;
  }

  /** Waits until other processes have been told. */
  async allTold(): Promise<void> {
    await this.#telling;
  }

  /** Ends all waiting, with what there is. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#wakeAll();
    await this.#listener?.then((listener) => listener.close()).catch(() => {});
  }

  /** Gives jobs back whose caller has gone. */
  async #keep(claims: JobClaim[], isGone: AbortSignal): Promise<JobClaim[]> {
    if (!isGone.aborted || claims.length === 0) return claims;
    const reason = "Nobody waited for the answer";
    await reportJobs(
      this.db,
      claims.map(({ token }) => ({ token, kind: "released", reason })),
      (queued) => this.tell(queued),
    );
    return [];
  }

  #wait(jobTypeIds: ReadonlySet<number> | null) {
    let [isAwake, wake] = [false, () => {}];
    const waiter: Waiter = {
      jobTypeIds,
      wake: () => {
        isAwake = true;
        this.#waiters.delete(waiter);
        wake();
      },
    };
    this.#waiters.add(waiter);
    return {
      /** @returns false where it was woken */
      end: (): boolean => this.#waiters.delete(waiter),
      forAtMost: async (seconds: number, isGone: AbortSignal): Promise<void> => {
        if (isAwake) return;
        await new Promise<void>((resolve) => {
          wake = () => {
            clearTimeout(timer);
            isGone.removeEventListener("abort", wake);
            resolve();
          };
          const timer = setTimeout(wake, seconds * 1000);
          isGone.addEventListener("abort", wake);
        });
      },
    };
  }

  #wakeNext(jobTypeIds: ReadonlySet<number> | null): void {
    for (const waiter of this.#waiters) {
      if (jobTypeIds && waiter.jobTypeIds && ![...jobTypeIds].some((id) => waiter.jobTypeIds?.has(id))) continue;
      waiter.wake();
      return;
    }
  }

  #wakeAll(): void {
    for (const waiter of this.#waiters) waiter.wake();
  }

  /** Opens the connection that listens, unless that has been done. No claim waits for it: it may take long, or fail. */
  #listen(): void {
    if (this.#closing.signal.aborted) return;
    this.#listener ??= listen(this.db.url, "job_queued", {
      onNotice: (payload) => this.#wakeNext(new Set([Number(payload)])),
      onReconnect: () => this.#wakeAll(),
    });
    if (this.#isListening) return;
    this.#listener.then(
      () => {
        if (!this.#isListening) this.#wakeAll();
        this.#isListening = true;
      },
      () => {
        this.#listener = undefined;
      },
    );
  }
}
