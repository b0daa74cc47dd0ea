import type { Statement } from "../../database.js";

/** An invariant that does not hold. */
export interface ViolationRow {
  readonly invariant: string;
  /** What `ids` are the ids of: `job`, `recipe`, `batch` … */
  readonly subject: string;
  /** How many break it. */
  readonly count: number;
  /** The lowest five of their ids. */
  readonly ids: readonly number[];
}

/** A statement that looks through the whole database at once for what breaks some invariants. Its rows are `ViolationRow`s. */
export type Verification = Statement & { readonly invariants: readonly string[] };

/**
 * Puts such a statement together, which reads the facts once, whatever the number of invariants.
 * @param facts a query with the columns `subject` and `id`, and whatever the conditions need
 * @param violations for each invariant, in words, the condition that is true of what breaks it
 */
function verification(facts: string, violations: Readonly<Record<string, string>>): Verification {
  const cases = Object.entries(violations).map(([invariant, violation]) => `('${invariant.replaceAll("'", "''")}', ${violation})`);
  return {
    invariants: Object.keys(violations),
    text: `
      SELECT invariant, subject, count(*)::int AS count, (array_agg(id ORDER BY id))[1:5] AS ids
      FROM (${facts}) AS fact, LATERAL (VALUES ${cases.join(", ")}) AS broken (invariant, is_so)
      WHERE is_so GROUP BY 1, 2`,
  };
}

/** What superseded what. Of a recipe's jobs, some may be superseded by none, because the new revision has no such job. */
const chain = (table: "recipe" | "job", type: string, mayEnd: boolean): string => `
  SELECT '${table}' AS subject, n.id, n.is_superseded, n.superseded IS NOT NULL AS has_time, o.id AS old_id,
    o.is_superseded AS old_is_superseded, n.root_superseded_${table}_id AS root_id, coalesce(o.root_superseded_${table}_id, o.id) AS old_root_id,
    n.${type} = o.${type} AS is_same_type, ${mayEnd} OR NOT n.is_superseded OR s.superseded_${table}_id IS NOT NULL AS has_successor
  FROM ${table} n LEFT JOIN ${table} o ON o.id = n.superseded_${table}_id LEFT JOIN ${table} s ON s.superseded_${table}_id = n.id`;

/** All of them. Each reads what some invariants are about. */
export const verifications: readonly Verification[] = [
  /** What no foreign key checks: the batch of a job, and that a batch lists each job of its recipes. */
  verification(
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
  ),
  /** The counts that triggers keep, less what there is. */
  verification(
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
  ),
  /**
   * The jobs that batches have made, beside their executions. A job of before has numbers of executions that the gateway never saw; so has
   * that of a batch that Scale has made, which knows no revision. The executions of superseded jobs may be pruned.
   */
  verification(
    `
    SELECT 'job' AS subject, j.id, j.status, j.num_exes, j.released, j.queued, j.data, coalesce(e.executions, 0) AS executions,
      coalesce(e.running, 0) AS running, coalesce(e.completed, 0) AS completed, coalesce(e.failed, 0) AS failed,
      coalesce(e.given_back, 0) AS given_back, e.is_misnumbered, e.is_overlapping, e.is_backward
    FROM job j JOIN batch b ON b.id = j.batch_id AND b.recipe_type_rev_id IS NOT NULL LEFT JOIN (
      SELECT job_id, count(*) AS executions, count(*) FILTER (WHERE status = 'RUNNING') AS running,
        count(*) FILTER (WHERE status = 'COMPLETED') AS completed, count(*) FILTER (WHERE status IN ('FAILED', 'LOST')) AS failed,
        count(*) FILTER (WHERE status = 'RELEASED') AS given_back, bool_or(exe_num <> position) AS is_misnumbered,
        bool_or(previous_status = 'RUNNING' OR previous_ended > started) AS is_overlapping, bool_or(ended < started) AS is_backward
      FROM (
        SELECT job_id, exe_num, status, started, ended, row_number() OVER job AS position, lag(status) OVER job AS previous_status,
          lag(ended) OVER job AS previous_ended
        FROM job_exe WINDOW job AS (PARTITION BY job_id ORDER BY exe_num)
      ) x GROUP BY 1
    ) e ON e.job_id = j.id
    WHERE NOT (j.is_superseded AND b.pruned IS NOT NULL AND e.job_id IS NULL)`,
    {
      "A job has at most one COMPLETED execution": "completed > 1",
      "A job is COMPLETED exactly where an execution of it is": "(status = 'COMPLETED') <> (completed > 0)",
      "A RUNNING job has exactly one RUNNING execution": "status = 'RUNNING' AND running <> 1",
      "Only a RUNNING job has a RUNNING execution": "status <> 'RUNNING' AND running > 0",
      "A FAILED job has an execution that failed or was lost": "status = 'FAILED' AND failed = 0",
      "num_exes of a job is the number of its executions": "num_exes <> executions",
      "released of a job is the number of its RELEASED executions": "released <> given_back",
      "The executions of a job are numbered from 1": "is_misnumbered",
      "An execution starts after the one before it has ended": "is_overlapping",
      "An execution ends after it has started": "is_backward",
      "A QUEUED job has queued and data": "status = 'QUEUED' AND (queued IS NULL OR NOT data ? 'input_data')",
    },
  ),
  /** The jobs that the gateway's batches have made (Scale's know no revision), beside their parents in each recipe that holds them. */
  verification(
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
  ),
  /** The recipes that the gateway's batches have made (those of Scale's know no revision), beside their jobs. */
  verification(
    `
    SELECT 'recipe' AS subject, r.id, r.completed, r.is_superseded, coalesce(j.jobs, 0) AS jobs, coalesce(j.is_done, true) AS is_done,
      jsonb_array_length(jsonb_path_query_array(v.definition, '$.jobs[*]')) AS nodes, coalesce(j.known, 0) AS known
    FROM recipe r JOIN (
        SELECT DISTINCT m.recipe_id FROM batch_recipe m JOIN batch b ON b.id = m.batch_id AND b.recipe_type_rev_id IS NOT NULL
      ) b ON b.recipe_id = r.id
      JOIN recipe_type_revision v ON v.id = r.recipe_type_rev_id
      LEFT JOIN (
        SELECT rj.recipe_id, count(*) AS jobs, bool_and(j.status = 'COMPLETED') AS is_done, count(node.name) AS known
        FROM recipe_job rj JOIN job j ON j.id = rj.job_id JOIN recipe r ON r.id = rj.recipe_id
          LEFT JOIN (
            SELECT v.id AS revision_id, node ->> 'name' AS name
            FROM recipe_type_revision v, jsonb_path_query(v.definition, '$.jobs[*]') AS node
          ) node ON node.revision_id = r.recipe_type_rev_id AND node.name = rj.job_name
        GROUP BY 1
      ) j ON j.recipe_id = r.id`,
    {
      "A recipe has the jobs of its definition": "jobs <> nodes OR known <> nodes",
      "A completed recipe has only COMPLETED jobs": "completed IS NOT NULL AND NOT is_done",
      "A recipe whose jobs are COMPLETED is completed": "completed IS NULL AND is_done AND NOT is_superseded",
    },
  ),
  /** The times that recipes carry, beside those of their files. Pruning takes away the files of superseded recipes. */
  verification(
    `
    SELECT 'recipe' AS subject, r.id, r.source_started, r.source_ended, t.started, t.ended
    FROM recipe r LEFT JOIN (
        SELECT rf.recipe_id, min(least(f.data_started, f.data_ended)) AS started, max(greatest(f.data_started, f.data_ended)) AS ended
        FROM recipe_file rf JOIN scale_file f ON f.id = rf.scale_file_id GROUP BY 1
      ) t ON t.recipe_id = r.id
    WHERE NOT r.is_superseded AND coalesce(r.source_started, r.source_ended) IS NOT NULL`,
    {
      "The times that a recipe carries are those of its files":
        "source_started IS DISTINCT FROM started OR source_ended IS DISTINCT FROM ended",
    },
  ),
  /**
   * The batches, beside what they have made and have left to make, and how their jobs stand. Counts of jobs are counted here, so that this
   * does not depend on the counts that are kept. A batch without history is none of the gateway's making; one without a
   * revision, too, is Scale's, and has counts of what Scale wrote nothing down about.
   */
  verification(
    `
    SELECT 'batch' AS subject, b.id, b.status, b.created_count, b.failed_count, b.total_count, b.work_state, b.work_finished,
      coalesce(r.made, 0) AS made, coalesce(r.failed, 0) AS failed, coalesce(s.slices, 0) AS slices, coalesce(s.recipes, 0) AS recipes_left,
      coalesce(j.waiting, 0) AS waiting, coalesce(j.running, 0) AS running, coalesce(j.failed, 0) AS failed_jobs,
      coalesce(j.blocked, 0) AS blocked, coalesce(j.replaced, 0) AS replaced, coalesce(j.claimed, 0) AS claimed, e.last_status, e.last_state,
      b.status IN ('SUBMITTED', 'CREATING', 'PAUSED') AS is_being_made
    FROM batch b
      LEFT JOIN (SELECT batch_id, count(recipe_id) AS made, count(*) - count(recipe_id) AS failed FROM batch_recipe GROUP BY 1) r
        ON r.batch_id = b.id
      LEFT JOIN (SELECT batch_id, count(*) AS slices, sum(cardinality(recipe_ids)) AS recipes FROM batch_slice GROUP BY 1) s
        ON s.batch_id = b.id
      LEFT JOIN (
        SELECT batch_id, count(*) FILTER (WHERE status IN ('PENDING', 'QUEUED')) AS waiting,
          count(*) FILTER (WHERE status = 'RUNNING') AS running,
          count(*) FILTER (WHERE status = 'FAILED') AS failed, count(*) FILTER (WHERE status = 'BLOCKED') AS blocked,
          count(*) FILTER (WHERE status = 'CANCELED' AND is_superseded) AS replaced, count(*) FILTER (WHERE num_exes > 0) AS claimed
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
      // Jobs that were BLOCKED behind a failed one of another batch are CANCELED when a later batch supersedes them.
      "Work that has FAILED has a failed job, or its creation has failed":
        "work_state = 'FAILED' AND failed_jobs + blocked + replaced = 0 AND status <> 'FAILED'",
    },
  ),
  /**
   * What has a limit on running jobs, beside those that run. A limit may be set below what runs already. So it was exceeded only where
   * more run than it allows, and the last of them was claimed after the limit was set. When that was is known of job types alone: the
   * limits of a batch leave its `last_modified` as it is.
   */
  verification(
    `
    SELECT 'job type' AS subject, t.id, t.max_running AS most, count(*) AS running, max(e.started) > t.last_modified AS is_new
    FROM job_type t JOIN job j ON j.job_type_id = t.id JOIN job_exe e ON e.job_id = j.id AND e.status = 'RUNNING'
    WHERE t.max_running IS NOT NULL GROUP BY t.id`,
    { "No more jobs of a type run at once than it allows": "running > most AND is_new" },
  ),
  verification(`${chain("recipe", "recipe_type_id", false)} UNION ALL ${chain("job", "id", true)}`, {
    "What is superseded has a time at which it was": "is_superseded <> has_time",
    "What has a successor is superseded": "NOT old_is_superseded",
    "A superseded recipe has a successor": "NOT has_successor",
    "The root of a successor is that of what it supersedes": "root_id IS DISTINCT FROM old_root_id",
    "A successor is newer than what it supersedes": "old_id >= id",
    "A recipe is superseded by one of its own type": "subject = 'recipe' AND NOT is_same_type",
  }),
];
