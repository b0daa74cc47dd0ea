import type { Statement } from "../../database.js";

/** $1 batch, $2 why. Tells the workers of all its running jobs to stop, once. */
export const stopRunning: Statement = {
  text: `
    UPDATE job_exe e SET stop_reason = $2::text FROM job j
    WHERE e.status = 'RUNNING' AND e.stop_reason IS NULL AND j.id = e.job_id AND j.batch_id = $1::int`,
};
