/** SQL for the key of the message by which a worker expands one lane of a batch. A lane has one message at a time. */
export const messageKey = (batch, lane) => `'batch:' || ${batch} || ':' || ${lane}`;
/**
 * SQL that queues such a message, in the caller's transaction. The queue counts an attempt whenever a worker takes up a message, also if the
 * worker is then killed. Killed workers must not use up a message, so it has the most attempts that the queue can count.
 * @param runAt when it can be taken up
 * @returns a row of the queue
 */
export const addMessage = (batch, lane, priority, runAt = "now()") => `add_job('expand_batch', json_build_object('batchId', ${batch}, 'lane', ${lane}), job_key := ${messageKey(batch, lane)},
      priority := ${priority}, max_attempts := 32767, run_at := ${runAt})`;
