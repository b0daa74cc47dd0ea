import { addMessage } from "../expansionMessage.js";
/**
 * Creates a batch with everything that belongs to it: trigger event, creator job, history and the queue's message.
 *
 * $1 recipe type, $2 title, $3 description, $4 definition, $5 actor, $6 idempotency key or null, $7 hash of the input or null, $8 the batch
 * it retries or null, $9 name of the creator's job type, $10 its version, $11 priority in the queue, $12 the reason for its history or
 * null, $13 and $14 its limits maxRunningJobs and stopAfterFailedJobs or null, $15 its selection or null, $16 its trace
 * context or null.
 *
 * It is one statement, so it takes one round trip and one transaction. With Prisma it would be five statements and six round trips. No row
 * comes back where the idempotency key is taken. The unique key makes concurrent calls wait until the first one commits.
 */
export const insertBatch = {
    name: "insert_batch",
    text: `
    WITH claimed AS (
      INSERT INTO idempotency_key (actor, key, input_hash, batch_id)
      SELECT $5::text, $6::text, $7::text, nextval('batch_id_seq')::int WHERE $6::text IS NOT NULL
      ON CONFLICT DO NOTHING
      RETURNING batch_id AS id
    ), new AS MATERIALIZED (
      SELECT id FROM claimed UNION ALL SELECT nextval('batch_id_seq')::int WHERE $6::text IS NULL
    ), creator_type AS MATERIALIZED (
      SELECT t.*, r.id AS rev_id
      FROM job_type t JOIN job_type_revision r ON r.job_type_id = t.id AND r.revision_num = t.revision_num
      WHERE t.name = $9::text AND t.version = $10::text
    ), event AS (
      INSERT INTO trigger_event (type, description, occurred)
      SELECT 'USER', jsonb_build_object('user', $5::text), now() FROM new, creator_type
      RETURNING id
    ), creator AS (
      INSERT INTO job (job_type_id, job_type_rev_id, status, event_id, data, priority, timeout, max_tries, cpus_required, mem_required,
        disk_in_required, disk_out_required, created, queued, last_status_change, last_modified)
      SELECT t.id, t.rev_id, 'QUEUED', event.id,
        jsonb_build_object('version', '1.0', 'input_data', jsonb_build_array(jsonb_build_object('name', 'Batch ID', 'value', new.id::text))),
        t.priority, t.timeout, t.max_tries, t.cpus_required, t.mem_required, 0, 0, now(), now(), now(), now()
      FROM new, event, creator_type t
      RETURNING id
    ), made AS (
      INSERT INTO batch (id, title, description, recipe_type_id, event_id, creator_job_id, definition, created_by, retry_of_id,
        max_running_jobs, stop_after_failed_jobs, selection, traceparent, created, last_modified)
      SELECT new.id, $2::text, $3::text, $1::int, event.id, creator.id, $4::jsonb, $5::text, $8::int, $13::int, $14::int, $15::jsonb, $16::text,
        now(), now()
      FROM new, event, creator
      RETURNING id
    ), history AS (
      INSERT INTO batch_event (batch_id, "to", actor, reason) SELECT id, 'SUBMITTED', $5::text, $12::text FROM made
    )
    SELECT made.id, (${addMessage("made.id", "1", "$11::int")}).id AS "queueId"
    FROM made`,
};
