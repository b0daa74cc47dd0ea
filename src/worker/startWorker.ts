import { setTimeout as wait } from "node:timers/promises";
import { Logger as QueueLogger, type TaskList } from "graphile-worker";
import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import { isUnavailable } from "../db/isUnavailable.js";
import { findQueueSchema } from "../db/migrateQueue.js";
import { type DeadWorkerRow, unlockDeadWorkers } from "../db/sql/expansion/unlockDeadWorkers.js";
import { workerHangsAfterSeconds, workerLockClass } from "../db/workerPresence.js";
import { pruneIdempotencyKeys } from "../domain/batch/create/pruneIdempotencyKeys.js";
import { queueStranded } from "../domain/batch/expand/queueStranded.js";
import { describeError } from "../domain/describeError.js";
import { expandBatchTask } from "./expandBatchTask.js";
import { keepRunning } from "./keepRunning.js";

const sweepMilliseconds = 1000;

/** The part of a process that expands batches. */
export interface Worker {
  /** Whether it looks for work: false while it can't, as when the database is away, and until it has done so once. */
  readonly isLooking: boolean;
  /** Finishes the chunks in hand, gives the rest back to the queue and ends. Waits for a chunk that hangs. */
  stop(): Promise<void>;
}

/** Starts working off the queue; resolves when it does. */
export async function startWorker(database: Database, { concurrency, log }: { concurrency: number; log: Logger }): Promise<Worker> {
  const stopping = new AbortController();
  const taskList: TaskList = {
    expand_batch: expandBatchTask(database, log, stopping.signal),
    prune_idempotency_keys: () => pruneIdempotencyKeys(database, new Date()),
  };
  const options = {
    pgPool: database.pool,
    schema: await findQueueSchema(database.pool),
    concurrency,
    taskList,
    crontab: "17 * * * * prune_idempotency_keys",
    pollInterval: sweepMilliseconds,
    logger: queueLogger(log),
  };
  const queue = await keepRunning(database.url, options, log, stopping.signal);
  void keepSweeping(database, Object.keys(taskList), log, stopping.signal);
  return {
    get isLooking() {
      return queue.isLooking;
    },
    stop: async () => {
      stopping.abort();
      await queue.stop();
    },
  };
}

/**
 * Brings back to the queue whatever has got lost from it, until the worker stops. One sweep begins a second after another has ended. Where
 * sweeps fail, only the first is told: an outage of the database would fill the log.
 */
async function keepSweeping(database: Database, tasks: readonly string[], log: Logger, stopping: AbortSignal): Promise<void> {
  for (let isFailing = false; !stopping.aborted; ) {
    await wait(sweepMilliseconds, undefined, { signal: stopping, ref: false }).catch(() => {});
    if (stopping.aborted) return;
    try {
      await sweep(database, tasks, log);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn(isUnavailable(error) ? {} : { err: error }, `The queue can't be swept: ${describeError(error)}`);
      isFailing = true;
    }
  }
}

async function sweep(database: Database, tasks: readonly string[], log: Logger): Promise<void> {
  const dead = await database.query<DeadWorkerRow>(unlockDeadWorkers, [workerLockClass, workerHangsAfterSeconds, tasks]);
  for (const { worker, hangs } of dead) log.warn({ worker }, `Took over what a worker had in hand that ${hangs ? "hangs" : "is gone"}`);
  const batches = await queueStranded(database);
  if (batches.length > 0) log.warn({ batches }, "Queued batches that no worker would have come to");
}

/** The queue's own messages, a level quieter: a line for each turn of each batch is no news. */
const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") log.error({ queue: true }, message);
    else if (level === "warning") log.warn({ queue: true }, message);
    else log.trace({ queue: true }, message);
  });
