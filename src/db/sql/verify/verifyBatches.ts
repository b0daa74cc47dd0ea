import { type Verification, verification } from "./invariants.js";

/**
 * The batches, beside what they have made and have left to make, and how their jobs stand. Counts of jobs are counted here, so that this
 * does not depend on the counts that are kept. A batch without history is none of the gateway's making; one without a
 * revision, too, is Scale's, and has counts of what Scale wrote nothing down about.
 */
export const verifyBatches: Verification = verification(
  `
  SELECT 'batch' AS subject, b.id, b.status, b.created_count, b.failed_count, b.total_count, b.work_state, b.work_finished,
    coalesce(r.made, 0) AS made, coalesce(r.failed, 0) AS failed, coalesce(s.slices, 0) AS slices, coalesce(s.recipes, 0) AS recipes_left,
    coalesce(j.waiting, 0) AS waiting, coalesce(j.running, 0) AS running, coalesce(j.failed, 0) AS failed_jobs,
    coalesce(j.blocked, 0) AS blocked, coalesce(j.claimed, 0) AS claimed, e.last_status, e.last_state,
    b.status IN ('SUBMITTED', 'CREATING', 'PAUSED') AS is_being_made
  FROM batch b
    LEFT JOIN (SELECT batch_id, count(recipe_id) AS made, count(*) - count(recipe_id) AS failed FROM batch_recipe GROUP BY 1) r
      ON r.batch_id = b.id
    LEFT JOIN (SELECT batch_id, count(*) AS slices, sum(cardinality(recipe_ids)) AS recipes FROM batch_slice GROUP BY 1) s
      ON s.batch_id = b.id
    LEFT JOIN (
      SELECT batch_id, count(*) FILTER (WHERE status IN ('PENDING', 'QUEUED')) AS waiting, count(*) FILTER (WHERE status = 'RUNNING') AS running,
        count(*) FILTER (WHERE status = 'FAILED') AS failed, count(*) FILTER (WHERE status = 'BLOCKED') AS blocked,
        count(*) FILTER (WHERE num_exes > 0) AS claimed
      FROM job WHERE batch_id IS NOT NULL GROUP BY 1
    ) j ON j.batch_id = b.id
    LEFT JOIN (
      SELECT batch_id, (array_agg("to" ORDER BY id DESC) FILTER (WHERE NOT is_work))[1] AS last_status,
        (array_agg("to" ORDER BY id DESC) FILTER (WHERE is_work))[1] AS last_state
      FROM batch_event GROUP BY 1
    ) e ON e.batch_id = b.id
  WHERE b.recipe_type_rev_id IS NOT NULL OR e.last_status IS NOT NULL`,
  {
    "created_count and failed_count of a batch are counts of its recipes": "created_count <> made OR failed_count <> failed",
    "total_count of a batch is what it has made, failed at, and has left":
      "status IN ('CREATING', 'PAUSED', 'CREATED') AND total_count <> made + failed + recipes_left",
    "A batch that is CREATED has nothing left to make": "status = 'CREATED' AND slices > 0",
    "The history of a batch ends with its status, and with the state of its work": "last_status <> status OR last_state <> work_state",
    "Work is finished exactly where it has ended and nothing runs":
      "(work_finished IS NOT NULL) <> (work_state IN ('SUCCEEDED', 'FAILED', 'CANCELED') AND running = 0)",
    "Work that is WAITING has had no job claimed": "work_state = 'WAITING' AND claimed > 0",
    "Work that goes on has jobs left": "work_state IN ('WAITING', 'RUNNING', 'HELD') AND NOT is_being_made AND waiting + running = 0",
    "Work that has ended has no job left to run": "work_state IN ('SUCCEEDED', 'FAILED', 'CANCELED') AND waiting > 0",
    "Work that has SUCCEEDED or FAILED has ended": "work_state IN ('SUCCEEDED', 'FAILED') AND (running > 0 OR is_being_made)",
    "Work that has SUCCEEDED has no failed job": "work_state = 'SUCCEEDED' AND failed_jobs > 0",
    "Work that has FAILED has a failed job, or its creation has failed":
      "work_state = 'FAILED' AND failed_jobs + blocked = 0 AND status <> 'FAILED'",
  },
);
