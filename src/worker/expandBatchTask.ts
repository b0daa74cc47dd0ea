import type { Task } from "graphile-worker";
import type { Logger } from "pino";
import type { Db } from "../db/database.js";
import { expandBatch } from "../domain/batch/expandBatch.js";
import { failBatch } from "../domain/batch/failBatch.js";
import { DomainError } from "../domain/errors.js";
import { adaptivePace } from "./pace.js";

/** A lane gives way to other batches after this time. */
const turnMilliseconds = 1000;
/** After this time it gives way though none waits: the queue has other tasks, too, and counts tries by turns. */
const longestTurnMilliseconds = 5000;
/** The creator's max_tries. */
const maxTries = 3;

/** The task that takes one turn at expanding a batch. The queue's message is `{batchId, lane}`. */
export function expandBatchTask(db: Db, log: Logger, stopping: AbortSignal): Task {
  const pace = adaptivePace();
  return async (payload, { job }) => {
    const { batchId, lane } = payload as { batchId: number; lane: number };
    const start = performance.now();
    const isOver = (othersWait: boolean) =>
      stopping.aborted || performance.now() - start > (othersWait ? turnMilliseconds : longestTurnMilliseconds);
    try {
      await expandBatch(db, { batchId, lane, isOver, pace });
    } catch (error) {
      if (error instanceof DomainError) {
        // The batch has ended, or is gone: a message that came twice, or too late.
        log.info({ batchId, lane }, error.message);
        return;
      }
      log.error({ batchId, lane, attempt: job.attempts, err: error }, "Expanding a batch failed");
      if (job.attempts < maxTries) throw error;
      await failBatch(db, batchId, `The creator failed ${job.attempts} times`);
    }
  };
}
