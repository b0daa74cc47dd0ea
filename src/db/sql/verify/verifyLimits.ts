import { type Verification, verification } from "./invariants.js";

/**
 * What has a limit on running jobs, beside those that run. A limit may be set below what runs already. So it was exceeded only where more
 * run than it allows, and the last of them was claimed after the limit was set.
 */
export const verifyLimits: Verification = verification(
  `
  SELECT 'batch' AS subject, b.id, b.max_running_jobs AS most, count(*) AS running, max(e.started) > b.last_modified AS is_new
  FROM batch b JOIN job j ON j.batch_id = b.id JOIN job_exe e ON e.job_id = j.id AND e.status = 'RUNNING'
  WHERE b.max_running_jobs IS NOT NULL GROUP BY b.id
  UNION ALL
  SELECT 'job type', t.id, t.max_running, count(*), max(e.started) > t.last_modified
  FROM job_type t JOIN job j ON j.job_type_id = t.id JOIN job_exe e ON e.job_id = j.id AND e.status = 'RUNNING'
  WHERE t.max_running IS NOT NULL GROUP BY t.id`,
  { "No more jobs run at once than a batch and a job type allow": "running > most AND is_new" },
);
