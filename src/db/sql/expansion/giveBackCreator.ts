import type { Statement } from "../../database.js";

/** $1 batch. Sets its creator job QUEUED when a worker stops, so that the next worker takes it up. */
export const giveBackCreator: Statement = {
  name: "give_back_creator",
  text: `
    UPDATE job SET status = 'QUEUED', last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM batch b WHERE b.id = $1::int AND b.status IN ('SUBMITTED', 'CREATING') AND job.id = b.creator_job_id AND job.status = 'RUNNING'`,
};
