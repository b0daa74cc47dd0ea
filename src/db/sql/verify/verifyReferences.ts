import { type Verification, verification } from "./invariants.js";

/** What no foreign key checks: the batch of a job, and that a batch lists each job of its recipes. */
export const verifyReferences: Verification = verification(
  `
  SELECT 'job' AS subject, coalesce(j.id, m.job_id) AS id, j.batch_id, m.batch_id AS maker, m.batches,
    false AS is_unlisted, false AS is_lost
  FROM (SELECT id, batch_id FROM job WHERE batch_id IS NOT NULL) j
    FULL JOIN (
      SELECT job_id, min(batch_id) AS batch_id, count(*) AS batches FROM batch_job WHERE is_original AND job_id IS NOT NULL GROUP BY 1
    ) m ON m.job_id = j.id
  UNION ALL
  SELECT 'job', coalesce(r.job_id, b.job_id), NULL, NULL, 1, r.is_original IS DISTINCT FROM b.is_original, false
  FROM (SELECT b.batch_id, rj.job_id, rj.is_original FROM batch_recipe b JOIN recipe_job rj ON rj.recipe_id = b.recipe_id) r
    FULL JOIN (SELECT batch_id, job_id, is_original FROM batch_job WHERE job_id IS NOT NULL) b
      ON b.batch_id = r.batch_id AND b.job_id = r.job_id
  UNION ALL
  SELECT 'execution', exe_id, NULL, NULL, 1, false, e.id IS NULL OR e.worker <> c.worker
  FROM job_claim c, unnest(c.exe_ids) AS exe_id LEFT JOIN job_exe e ON e.id = exe_id`,
  {
    "A job's batch_id is the batch that made it": "batch_id IS DISTINCT FROM maker",
    "A job is made by at most one batch": "batches > 1",
    "A batch lists the jobs of its recipes, and no others": "is_unlisted",
    "What a claim names is an execution of its worker": "is_lost",
  },
);
