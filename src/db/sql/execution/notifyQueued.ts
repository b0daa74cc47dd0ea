import type { Statement } from "../../database.js";

/** $1 batches. Tells those who wait for jobs of the batches' queued types that there may be some for them now. */
export const notifyQueued: Statement = {
  name: "notify_queued",
  text: `
    SELECT pg_notify('job_queued', job_type_id::text) FROM work_tally
    WHERE batch_id = ANY($1::int[]) AND status = 'QUEUED' GROUP BY job_type_id HAVING sum(n) > 0`,
};

/** $1 job types. Tells those who wait for jobs of these types that there may be some for them now. */
export const notifyTypes: Statement = {
  name: "notify_types",
  text: "SELECT pg_notify('job_queued', id::text) FROM unnest($1::int[]) AS t (id)",
};
