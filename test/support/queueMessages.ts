import type { Db } from "../../src/db/database.js";

/** A message that makes a worker take a turn at a batch. */
export interface QueueMessage {
  readonly task: string;
  readonly lane: number;
  readonly priority: number;
  readonly attempts: number;
  /** The worker that has the message in hand. */
  readonly lockedBy: string | null;
  /** Whether the message must still wait. */
  readonly isLater: boolean;
}

/** The messages about a batch, by lane. */
export const queueMessages = (db: Db, batchId: number): Promise<QueueMessage[]> =>
  db.query<QueueMessage>(
    {
      text: `SELECT t.identifier AS task, (j.payload->>'lane')::int AS lane, j.priority, j.attempts, j.locked_by AS "lockedBy",
          j.run_at > now() AS "isLater"
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE (j.payload->>'batchId')::int = $1 ORDER BY lane, j.id`,
    },
    [batchId],
  );
