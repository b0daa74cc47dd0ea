import { setTimeout as wait } from "node:timers/promises";
import { Logger as QueueLogger, type TaskList } from "graphile-worker";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import type { Database } from "../db/database.js";
import { isUnavailable } from "../db/databaseFault.js";
import { findQueueSchema } from "../db/migrateQueue.js";
import { pruneClaims } from "../db/sql/execution/pruneClaims.js";
import { type DeadWorkerRow, unlockDeadWorkers } from "../db/sql/expansion/unlockDeadWorkers.js";
import { pruneDeliveries } from "../db/sql/webhook/deliveries.js";
import { workerHangsAfterSeconds, workerLockClass } from "../db/workerPresence.js";
import { pruneIdempotencyKeys } from "../domain/batch/create/pruneIdempotencyKeys.js";
import { whyCheckedByRow } from "../domain/batch/expand/keyChecks.js";
import { queueStranded } from "../domain/batch/expand/queueExpansion.js";
import { keepJobMetrics } from "../domain/batch/keepJobMetrics.js";
import { describeError } from "../domain/describeError.js";
import { cancelWork } from "../domain/execution/cancelWork.js";
import { endOverdue } from "../domain/execution/endOverdue.js";
import { WebhookAddresses } from "../domain/webhook/WebhookAddresses.js";
import { expandBatchTask, type TaskOptions } from "./expandBatchTask.js";
import { keepRunning } from "./keepRunning.js";
import { WorkerMetrics } from "./WorkerMetrics.js";
import { WebhookSender } from "./webhooks/WebhookSender.js";

const sweepMilliseconds = 1000;

/** The part of a process that expands batches, and tells webhooks of their ends. */
export interface Worker {
  /**
   * Whether it looks for work. It is false until the worker has looked for the first time, and while it can't, as when the database is
   * away.
   */
  readonly isLooking: boolean;
  /** Finishes the chunks in hand, gives the rest back to the queue and ends. Waits for a chunk that hangs. */
  stop(): Promise<void>;
}

export interface WorkerOptions extends Pick<TaskOptions, "log">, Partial<Pick<TaskOptions, "checksByRow" | "tracing">> {
  /** Parts of batches that are expanded at once. */
  readonly concurrency: number;
  /** See `WebhookAddresses`; none where it is left out. */
  readonly webhookNetworks?: readonly string[];
  /** Has the numbers of the process. */
  readonly registry?: Registry;
}

/** Starts to work off the queue. Resolves when the worker looks for work. */
export async function startWorker(
  database: Database,
  { concurrency, webhookNetworks = [], checksByRow = false, registry, tracing = null, log }: WorkerOptions,
): Promise<Worker> {
  const stopping = new AbortController();
  const metrics = new WorkerMetrics(registry ?? new Registry());
  const webhooks = new WebhookSender(database, new WebhookAddresses(webhookNetworks), log);
  const byRow = checksByRow ? "FOREIGN_KEY_CHECKS says so" : await whyCheckedByRow(database);
  if (byRow !== null) log.info(`Batches are expanded at less than full speed, with foreign keys checked row by row: ${byRow}`);
  const taskList: TaskList = {
    expand_batch: expandBatchTask(database, {
      checksByRow,
      metrics,
      tracing,
      log,
      stopping: stopping.signal,
    }),
    prune_idempotency_keys: () => pruneIdempotencyKeys(database, new Date()),
    prune_claims: async () => void (await database.query(pruneClaims)),
    prune_deliveries: async () => void (await database.query(pruneDeliveries)),
  };
  const options = {
    pgPool: database.pool,
    schema: await findQueueSchema(database.pool),
    concurrency,
    taskList,
    crontab: "17 * * * * prune_idempotency_keys\n27 * * * * prune_claims\n37 * * * * prune_deliveries",
    pollInterval: sweepMilliseconds,
    logger: queueLogger(log),
  };
  const queue = await keepRunning(database.url, options, log, stopping.signal);
  const sweepAll = async () => {
    metrics.countSweep(await sweep(database, Object.keys(taskList), log));
    await webhooks.sendDue();
  };
  void keepSweeping(sweepAll, log, stopping.signal);
  // A large batch takes minutes, in which leases and webhooks are looked after.
  void keepSweeping(() => cancelWork(database, stopping.signal), log, stopping.signal, "The jobs of canceled batches can't be canceled");
  // To count a million executions takes some seconds, too.
  void keepSweeping(() => keepJobMetrics(database, stopping.signal), log, stopping.signal, "The executions of batches can't be counted");
  return {
    get isLooking() {
      return queue.isLooking;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([queue.stop(), webhooks.stop()]);
    },
  };
}

/**
 * Sweeps until the worker stops. A sweep gives the messages of dead workers back to the queue, queues stranded batches, ends executions
 * that are overdue, and begins to send messages to webhooks that are due. It begins a second after the one before has ended. If several
 * fail in a row, only the first is logged, because an outage of the database would fill the log.
 */
async function keepSweeping(
  sweep: () => Promise<void>,
  log: Logger,
  stopping: AbortSignal,
  failure = "The queue can't be swept",
): Promise<void> {
  for (let isFailing = false; !stopping.aborted; ) {
    await wait(sweepMilliseconds, undefined, { signal: stopping, ref: false }).catch(() => {});
    if (stopping.aborted) return;
    try {
      await sweep();
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn(isUnavailable(error) ? {} : { err: error }, `${failure}: ${describeError(error)}`);
      isFailing = true;
    }
  }
}

async function sweep(database: Database, tasks: readonly string[], log: Logger) {
  const dead = await database.query<DeadWorkerRow>(unlockDeadWorkers, [workerLockClass, workerHangsAfterSeconds, tasks]);
  for (const { worker, hangs } of dead) log.warn({ worker }, `Took over what a worker had in hand that ${hangs ? "hangs" : "is gone"}`);
  const batches = await queueStranded(database);
  if (batches.length > 0) log.warn({ batches }, "Queued batches that no worker would have come to");
  const overdue = await endOverdue(database);
  if (overdue.lost + overdue.timedOut > 0) log.warn(overdue, "Ended executions whose workers are lost, or that ran for too long");
  return { takeovers: dead.length, ...overdue };
}

/** Logs the queue's own messages. All but errors and warnings are only traced, because there is a line for each turn of each batch. */
const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") log.error({ queue: true }, message);
    else if (level === "warning") log.warn({ queue: true }, message);
    else log.trace({ queue: true }, message);
  });
