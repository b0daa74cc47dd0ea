import type { Task } from "graphile-worker";
import type { Logger } from "pino";
import type { Db } from "../db/database.js";
import { databaseFaultOf } from "../db/databaseFault.js";
import { giveBackCreator } from "../db/sql/batch/creatorJob.js";
import { expandBatch } from "../domain/batch/expand/expandBatch.js";
import { ChunkFailed } from "../domain/batch/expand/expandChunk.js";
import { failTurn } from "../domain/batch/expand/failTurn.js";
import { whyCheckedByRow } from "../domain/batch/expand/keyChecks.js";
import { postponeTurn } from "../domain/batch/expand/queueExpansion.js";
import { DomainError } from "../domain/errors.js";
import { TracedDb } from "../monitoring/TracedDb.js";
import type { Span, Tracing } from "../monitoring/tracing.js";
import { adaptivePace } from "./pace.js";
import type { WorkerMetrics } from "./WorkerMetrics.js";

/** After this time, a lane gives way to other batches, if any wait. */
const turnMilliseconds = 1000;
/** After this time, a lane gives way in any case, because the queue has other tasks, too. */
const maxTurnMilliseconds = 5000;
/** The longest time for which a turn is put off while the database can't do its work. */
const maxPostponeSeconds = 8;

export interface TaskOptions {
  /** Whether foreign keys are always checked row by row, even where the role could do it chunk by chunk. */
  readonly checksByRow: boolean;
  readonly metrics: WorkerMetrics;
  /** Null: turns are not traced. */
  readonly tracing: Tracing | null;
  readonly log: Logger;
  readonly stopping: AbortSignal;
}

/**
 * The task that takes one turn at expanding a batch. The queue's message is `{batchId, lane}`. Errors are dealt with here, by their kind,
 * and not by the queue's own count of attempts. That count also rises when a worker is killed, so it says nothing about a batch.
 */
export function expandBatchTask(db: Db, { checksByRow, metrics, tracing, log, stopping }: TaskOptions): Task {
  const pace = adaptivePace();
  /** How many turns in a row have failed because of the database. They may be of different batches. */
  let databaseFaults = 0;
  return async (payload) => {
    const { batchId, lane } = payload as { batchId: number; lane: number };
    const start = performance.now();
    const isOver = (othersWait: boolean) =>
      stopping.aborted || performance.now() - start > (othersWait ? turnMilliseconds : maxTurnMilliseconds);
    const span = tracing && (await beginSpan(tracing, db, batchId, lane));
    try {
      // Rights and triggers may have changed since the last turn.
      const checks = checksByRow || (await whyCheckedByRow(db)) !== null ? "BY_ROW" : "BY_CHUNK";
      await expandBatch(span ? new TracedDb(db, () => span) : db, {
        batchId,
        lane,
        isOver,
        pace,
        checks,
        onChunk: (chunk) => {
          metrics.countChunk(chunk);
          const { byChunkError: err } = chunk;
          if (err !== null) log.warn({ batchId, lane, err }, "A chunk was done again, with its foreign keys checked row by row");
        },
      });
      if (stopping.aborted) await db.query(giveBackCreator, [batchId]);
      metrics.countTurn("done");
      span?.end();
      databaseFaults = 0;
    } catch (error) {
      span?.end((error as Error).message);
      if (error instanceof DomainError) {
        // The batch has ended or is gone. The message came twice, or too late.
        log.info({ batchId, lane }, error.message);
        return;
      }
      const fault = databaseFaultOf(error);
      if (fault === null) {
        metrics.countTurn("failed");
        const failedTurns = await failTurn(db, { batchId, lane }, error);
        log.error({ batchId, lane, failedTurns, ...whatFailed(error) }, "Expanding a batch failed");
      } else {
        metrics.countTurn("put_off");
        const seconds = Math.min(2 ** databaseFaults++ / 2, maxPostponeSeconds);
        log.warn({ batchId, lane, fault, seconds, ...whatFailed(error) }, "The database can't do its work: the turn is put off");
        await postponeTurn(db, { batchId, lane }, seconds);
      }
    }
  };
}

/** A turn is a span of the trace of the request that made the batch. */
async function beginSpan(tracing: Tracing, db: Db, batchId: number, lane: number): Promise<Span> {
  // Where the database can't tell, the turn meets the same fault, and deals with it.
  const batch = await db.prisma.batch.findUnique({ where: { id: batchId }, select: { traceparent: true } }).catch(() => null);
  return tracing.begin("consumer", "expand_batch", batch?.traceparent, { "batch_gateway.batch": batchId, "batch_gateway.lane": lane });
}

/** What the log tells of an error. It leaves out the ids of a chunk, which may be thousands. */
const whatFailed = (error: unknown) => (error instanceof ChunkFailed ? { chunk: error.message, err: error.cause } : { err: error });
