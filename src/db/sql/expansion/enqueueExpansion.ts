import type { Statement } from "../../database.js";

/**
 * $1 batch, $2 lanes, $3 priority, $4 seconds to wait: queues one message for each lane, in the caller's transaction. A lane has
 * one message at a time (its key), and takes its place behind the messages of the same priority, so batches take turns. The queue counts
 * an attempt whenever a message is taken up, also where the worker is then killed. That must not use up a message, so it has the most
 * attempts that the queue can count.
 */
export const enqueueExpansion: Statement = {
  name: "enqueue_expansion",
  text: `
    SELECT (add_job('expand_batch', json_build_object('batchId', $1::int, 'lane', lane),
      job_key := 'batch:' || $1::int || ':' || lane, priority := $3::int, max_attempts := 32767, run_at := now() + make_interval(secs => $4::float8))).id::text
    FROM unnest($2::int[]) AS lane`,
};
