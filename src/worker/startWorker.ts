import { Logger as QueueLogger, type TaskList } from "graphile-worker";
import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import { findQueueSchema } from "../db/migrateQueue.js";
import { unlockDeadWorkers } from "../db/sql/unlockDeadWorkers.js";
import { workerLockClass } from "../db/workerPresence.js";
import { markTitles } from "../domain/batch/markTitles.js";
import { pruneIdempotencyKeys } from "../domain/batch/pruneIdempotencyKeys.js";
import { expandBatchTask } from "./expandBatchTask.js";
import { keepRunning } from "./keepRunning.js";

const sweepMilliseconds = 1000;

/** The part of a process that expands batches. */
export interface Worker {
  /** Finishes the chunks in hand, gives the rest back to the queue and ends. Waits for a chunk that hangs. */
  stop(): Promise<void>;
}

/** Starts working off the queue; resolves when it does. */
export async function startWorker(database: Database, { concurrency, log }: { concurrency: number; log: Logger }): Promise<Worker> {
  const stopping = new AbortController();
  const taskList: TaskList = {
    expand_batch: expandBatchTask(database, log, stopping.signal),
    mark_titles: () => markTitles(database),
    prune_idempotency_keys: () => pruneIdempotencyKeys(database, new Date()),
  };
  const options = {
    pgPool: database.pool,
    schema: await findQueueSchema(database.pool),
    concurrency,
    taskList,
    crontab: "* * * * * mark_titles\n17 * * * * prune_idempotency_keys",
    pollInterval: sweepMilliseconds,
    logger: queueLogger(log),
  };
  const queue = await keepRunning(database.url, options, log, stopping.signal);
  const sweep = setInterval(() => {
    database
      .query<{ workers: string[] }>(unlockDeadWorkers, [workerLockClass])
      .then(([dead]) => dead && log.warn({ workers: dead.workers }, "Took over what dead workers had in hand"))
      .catch((error: unknown) => log.warn({ err: error }, "Could not look for dead workers"));
  }, sweepMilliseconds);
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(sweep);
      await queue.stop();
    },
  };
}

/** The queue's own messages, a level quieter: a line for each turn of each batch is no news. */
const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") log.error({ queue: true }, message);
    else if (level === "warning") log.warn({ queue: true }, message);
    else log.trace({ queue: true }, message);
  });
