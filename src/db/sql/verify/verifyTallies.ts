import { type Verification, verification } from "./invariants.js";

/** The counts that triggers keep, less what there is. */
export const verifyTallies: Verification = verification(
  `
  SELECT 'batch' AS subject, batch_id AS id, sum(n) AS jobs, 0::bigint AS batches FROM (
    SELECT batch_id, job_type_id, status, n FROM work_tally
    UNION ALL SELECT batch_id, job_type_id, status, -count(*) FROM job WHERE batch_id IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL SELECT b.batch_id, NULL, 'RECIPE_COMPLETED', -count(*)
      FROM batch_recipe b JOIN recipe r ON r.id = b.recipe_id WHERE r.completed IS NOT NULL GROUP BY 1
  ) t GROUP BY batch_id, job_type_id, status
  UNION ALL
  SELECT 'recipe type', recipe_type_id, 0, sum(n) FROM (
    SELECT recipe_type_id, status, n FROM batch_tally UNION ALL SELECT recipe_type_id, status, -1 FROM batch
  ) t GROUP BY recipe_type_id, status`,
  {
    "The counts kept in work_tally are those of the jobs, and of the completed recipes": "jobs <> 0",
    "The counts kept in batch_tally are those of the batches": "batches <> 0",
  },
);
