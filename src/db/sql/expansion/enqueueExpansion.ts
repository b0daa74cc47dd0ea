import type { Statement } from "../../database.js";

/**
 * $1 batch, $2 lanes, $3 priority, $4 seconds to wait. Queues one message for each lane, in the caller's transaction. By its key, a lane
 * has one message at a time. The message takes its place behind those of the same priority, so batches take turns.
 *
 * The queue counts an attempt whenever a worker takes up a message, also if the worker is then killed. Killed workers must not use up a
 * message, so it has the most attempts that the queue can count.
 */
export const enqueueExpansion: Statement = {
  name: "enqueue_expansion",
  text: `
    SELECT (add_job('expand_batch', json_build_object('batchId', $1::int, 'lane', lane),
      job_key := 'batch:' || $1::int || ':' || lane, priority := $3::int, max_attempts := 32767, run_at := now() + make_interval(secs => $4::float8))).id::text
    FROM unnest($2::int[]) AS lane`,
};
