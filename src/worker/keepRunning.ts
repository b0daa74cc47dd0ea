import { EventEmitter, once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type RunnerOptions, run, type WorkerEvents } from "graphile-worker";
import type { Logger } from "pino";
import { holdWorkerPresence, type WorkerPresence } from "../db/workerPresence.js";

const restartMilliseconds = 1000;

/** What is settled here rather than by the caller. */
type Options = Omit<RunnerOptions, "events" | "preset" | "noHandleSignals">;

/**
 * Runs the queue, and runs it anew whenever it gives up, as it does over a connection that breaks at a wrong moment.
 * @param stopping is aborted before `stop` is called
 */
export async function keepRunning(
  databaseUrl: string,
  options: Options,
  log: Logger,
  stopping: AbortSignal,
): Promise<{ stop(): Promise<void> }> {
  const aborted = once(stopping, "abort");
  let current = await startQueue(databaseUrl, options);
  const restart = async () => {
    while (!stopping.aborted) {
      await wait(restartMilliseconds, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return;
      try {
        current = await startQueue(databaseUrl, options);
        log.warn("The queue had given up, and runs again");
        return;
      } catch (error) {
        log.warn({ err: error }, "The queue has given up, and can't run again yet");
      }
    }
  };
  const keep = async () => {
    for (;;) {
      await Promise.race([current.givenUp, aborted]);
      if (stopping.aborted) return;
      current.abandon();
      await restart();
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      await kept;
      await current.stop();
    },
  };
}

/** One run of the queue. */
interface Queue {
  /** Settles when the queue takes no more work though nobody has stopped it. */
  readonly givenUp: Promise<void>;
  /** Waits for the work in hand. */
  stop(): Promise<void>;
  /** Waits for nothing: a queue that has given up may never end. */
  abandon(): void;
}

async function startQueue(databaseUrl: string, options: Options): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  const presences: WorkerPresence[] = [];
  events.on("pool:create", ({ workerPool }) => presences.push(holdWorkerPresence(databaseUrl, workerPool.id)));
  const givenUp = new Promise<void>((resolve) => events.on("pool:gracefulShutdown", () => resolve()));
  // Without a batch delay nothing catches the error where a task's end can't be written down, and that ends the process.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
  const runner = await run({ ...options, events, preset, noHandleSignals: true });
  const release = () => Promise.all(presences.map((presence) => presence.release()));
  return {
    givenUp,
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
