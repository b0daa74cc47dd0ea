import { EventEmitter, once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type RunnerOptions, run, type WorkerEvents } from "graphile-worker";
import type { Logger } from "pino";
import type { KeptConnection } from "../db/keepConnection.js";
import { holdWorkerPresence } from "../db/workerPresence.js";

const restartMilliseconds = 1000;
/** After this many failed looks for work in a row, the queue is begun anew. Each of its workers looks once a second. */
const maxFailedLooks = 3;

/** The options that the caller gives. The others are settled here. */
type Options = Omit<RunnerOptions, "events" | "preset" | "noHandleSignals">;

export interface KeptQueue {
  /** Whether it looks for work, and its latest look has not failed. */
  readonly isLooking: boolean;
  /** Stops the queue, and waits for the work in hand. */
  stop(): Promise<void>;
}

/**
 * Runs the queue, and begins it anew whenever it gives up or can't look for work any more. It gives up when a connection breaks at certain
 * moments. It can't look for work if reading the ids of its tasks has failed: it reads them only once, and keeps the error.
 * @param stopping is aborted before `stop` is called
 */
export async function keepRunning(databaseUrl: string, options: Options, log: Logger, stopping: AbortSignal): Promise<KeptQueue> {
  const aborted = once(stopping, "abort");
  let current = await startQueue(databaseUrl, options, aborted);
  const restart = async () => {
    for (let isFirst = true; !stopping.aborted; isFirst = false) {
      await wait(restartMilliseconds, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return;
      try {
        current = await startQueue(databaseUrl, options, aborted);
        return;
      } catch (error) {
        // Otherwise an outage of the database would fill the log.
        if (isFirst) log.warn({ err: error }, "The queue can't be begun anew yet");
      }
    }
  };
  const keep = async () => {
    for (;;) {
      await Promise.race([current.givenUp, aborted]);
      if (stopping.aborted) return;
      log.warn({ err: current.lastError }, "The queue takes no more work; it is begun anew");
      current.abandon();
      await restart();
    }
  };
  const kept = keep();
  return {
    get isLooking() {
      return current.isLooking;
    },
    stop: async () => {
      await kept;
      await current.stop();
    },
  };
}

/** One run of the queue. */
interface Queue extends KeptQueue {
  /** Settles when the queue takes no more work although nobody has stopped it. */
  readonly givenUp: Promise<void>;
  /** Why it could not look for work. */
  readonly lastError: unknown;
  /** Stops the queue without waiting for it, because a queue that has given up may never end. */
  abandon(): void;
}

/** Starts the queue, and waits until it has looked for work, has given up, or is to stop. */
async function startQueue(databaseUrl: string, options: Options, aborted: Promise<unknown>): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  const presences: KeptConnection[] = [];
  events.on("pool:create", ({ workerPool }) => presences.push(holdWorkerPresence(databaseUrl, workerPool.id)));
  let [hasLooked, hasEnded, failedLooks] = [false, false, 0];
  let lastError: unknown;
  const looked = () => {
    hasLooked = true;
    failedLooks = 0;
  };
  const firstLook = new Promise<void>((resolve) => {
    for (const event of ["worker:getJob:empty", "job:start"] as const) {
      events.on(event, () => {
        looked();
        resolve();
      });
    }
  });
  const givenUp = new Promise<void>((resolve) => {
    events.on("pool:gracefulShutdown", () => {
      hasEnded = true;
      resolve();
    });
    events.on("worker:getJob:error", ({ error }) => {
      lastError = error;
      if (++failedLooks >= maxFailedLooks) resolve();
    });
  });
  // When a task has ended, graphile-worker writes that down. It catches an error of doing so only if it has a batch delay. Otherwise that
  // error ends the process.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
  // graphile-worker caches the ids of its tasks, or the error of reading them, by the options object. So each run of the queue gets a new
  // one.
  const runner = await run({ ...options, events, preset, noHandleSignals: true });
  await Promise.race([firstLook, givenUp, aborted]);
  const release = () => Promise.all(presences.map((presence) => presence.close()));
  return {
    givenUp,
    get lastError() {
      return lastError;
    },
    get isLooking() {
      return hasLooked && !hasEnded && failedLooks === 0;
    },
    stop: async () => {
      await runner.stop().catch(() => {});
      await release();
    },
    abandon: () => {
      runner.stop().catch(() => {});
      void release();
    },
  };
}
