import { type Verification, verification } from "./invariants.js";

/**
 * What has a limit on running jobs, beside those that run. A limit may be set below what runs already. So it was exceeded only where more
 * run than it allows, and the last of them was claimed after the limit was set. When that was is known of job types alone: the limits of a
 * batch leave its `last_modified` as it is.
 */
export const verifyLimits: Verification = verification(
  `
  SELECT 'job type' AS subject, t.id, t.max_running AS most, count(*) AS running, max(e.started) > t.last_modified AS is_new
  FROM job_type t JOIN job j ON j.job_type_id = t.id JOIN job_exe e ON e.job_id = j.id AND e.status = 'RUNNING'
  WHERE t.max_running IS NOT NULL GROUP BY t.id`,
  { "No more jobs of a type run at once than it allows": "running > most AND is_new" },
);
