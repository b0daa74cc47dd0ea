import { type Verification, verification } from "./invariants.js";

/** The jobs that the gateway's batches have made (those of Scale's know no revision), beside their parents in each recipe that holds them. */
export const verifyParents: Verification = verification(
  `
  SELECT 'job' AS subject, j.id, min(j.status) AS status, min(j.num_exes) AS num_exes, bool_and(r.is_superseded) AS is_superseded,
    min(e.started) AS started, max(p.ended) AS parents_ended,
    coalesce(bool_and(p.status = 'COMPLETED') FILTER (WHERE d.parent IS NOT NULL), true) AS is_ready,
    coalesce(bool_or(p.status IN ('FAILED', 'CANCELED', 'BLOCKED')), false) AS is_blocked
  FROM job j JOIN batch b ON b.id = j.batch_id AND b.recipe_type_rev_id IS NOT NULL JOIN recipe_job rj ON rj.job_id = j.id JOIN recipe r ON r.id = rj.recipe_id
    LEFT JOIN (
      SELECT v.id AS revision_id, node ->> 'name' AS child, dependency ->> 'name' AS parent
      FROM recipe_type_revision v, jsonb_path_query(v.definition, '$.jobs[*]') AS node,
        jsonb_path_query(node, '$.dependencies[*]') AS dependency
    ) d ON d.revision_id = r.recipe_type_rev_id AND d.child = rj.job_name
    LEFT JOIN recipe_job prj ON prj.recipe_id = rj.recipe_id AND prj.job_name = d.parent
    LEFT JOIN job p ON p.id = prj.job_id
    LEFT JOIN job_exe e ON e.job_id = j.id AND e.exe_num = 1
  GROUP BY r.id, j.id`,
  {
    "A job that is QUEUED, or has been claimed, has only COMPLETED parents":
      "NOT is_ready AND (status IN ('QUEUED', 'RUNNING') OR num_exes > 0)",
    "A job starts after its parents have ended": "started < parents_ended",
    "A job whose parents are COMPLETED is not PENDING": "status = 'PENDING' AND is_ready AND NOT is_superseded",
    "A job below a FAILED or CANCELED one is BLOCKED, not PENDING": "status = 'PENDING' AND is_blocked AND NOT is_superseded",
    "A BLOCKED job is below a FAILED or CANCELED one": "status = 'BLOCKED' AND NOT is_blocked AND NOT is_superseded",
  },
);
