import type { Statement } from "../../database.js";
import { jobData } from "../execution/jobData.js";

/** One job of the new recipes, as `reprocess` takes it. */
export interface PlannedJob {
  readonly name: string;
  readonly kept: boolean;
  /** The identical node of the old revision, whose job is kept or superseded. Null: the job is new. */
  readonly previous_name: string | null;
  /** This field and the next ones up to `mem` are null where the job is kept and its type is not known. */
  readonly job_type_id: number | null;
  readonly job_type_rev_id: number | null;
  readonly priority: number | null;
  readonly timeout: number | null;
  readonly max_tries: number | null;
  readonly cpus: number | null;
  readonly mem: number | null;
  /**
   * When a new job can run. YES: at once, because it has no parents. NO: not yet, because a parent is new, too. KEPT_PARENTS: at once if
   * all `kept_parents` are COMPLETED.
   */
  readonly ready: "YES" | "NO" | "KEPT_PARENTS";
  /** The kept parents' names in the old revision. */
  readonly kept_parents: readonly string[];
  /** How the job's inputs are fed, as in a recipe definition. The parents go by their names in the old revision. */
  readonly node: {
    readonly recipe_inputs: readonly { readonly recipe_input: string; readonly job_input: string }[];
    readonly dependencies: readonly {
      readonly name: string;
      readonly connections: readonly { readonly output: string; readonly input: string }[];
    }[];
  };
  /** The inputs that take a list of files. */
  readonly list_inputs: readonly string[];
}

/** What to look at after `reprocess`: one of the ids is set, or `isMissing`. */
export interface ReprocessedRow {
  /** An old recipe that was left alone. */
  readonly leftId: number | null;
  /** A new recipe that keeps a job which is not COMPLETED. */
  readonly unsettledId: number | null;
  /** A row is gone to which new rows refer. Only `insertRecipesAndLock` tells so. */
  readonly isMissing: boolean;
}

const data = jobData({
  node: "n.node",
  recipeData: "n.recipe_data",
  listInputs: "n.list_inputs",
  resultsOf: (name) =>
    `SELECT j.results FROM recipe_job rj JOIN job j ON j.id = rj.job_id WHERE rj.recipe_id = n.old_id AND rj.job_name = ${name}`,
});

/** What a statement has besides: more parts, each after a comma, and more rows, each after UNION ALL. */
interface Addition {
  readonly parts: string;
  readonly rows: string;
}

/**
 * The SQL that re-processes recipes of one revision: $1 batch, $2 ids of old recipes in the order in which their jobs are queued, $3 the new revision,
 * $4 the description of the new trigger events, $5 the plan as JSON (PlannedJob[]), $6 names of old jobs that are superseded, $7 names of
 * old jobs that are kept. It returns the ids of the recipes that it has left alone, because they are superseded by now, or lack one of the
 * jobs that are kept; and of the new recipes that keep a job which is not COMPLETED, and whose new jobs `settleRecipes` must therefore look
 * at.
 *
 * The recipes are locked in the order of their ids, because the index leads to them in that order. So two batches over the same recipes
 * wait for each other. If PostgreSQL takes another way and they deadlock, one of them begins its chunk anew.
 *
 * It is one statement for a whole chunk, with about 15 rows for each recipe. It re-processes about 4,000 recipes a second; with one
 * transaction for each recipe, it would be 85. Ids are drawn first, so that every table can be filled without reading back what another
 * INSERT returned. It has no name: planning takes 3 of 400 ms, and a kept plan would be for tables of the size that they had when it was
 * made. The statuses of the jobs that are kept are looked up one by one: in a join, PostgreSQL began with all jobs that are not COMPLETED
 * where its statistics knew of none, as after a load, and passed over all new jobs for each of them. A chunk took up to 12 s.
 */
export const reprocess = ({ parts, rows }: Addition = { parts: "", rows: "" }): string => `
    WITH plan AS MATERIALIZED (
      SELECT * FROM ROWS FROM (jsonb_to_recordset($5::jsonb) AS (
        name text, kept boolean, previous_name text, job_type_id int, job_type_rev_id int,
        priority int, timeout int, max_tries int, cpus float8, mem float8, ready text, kept_parents jsonb, node jsonb, list_inputs jsonb)
      ) WITH ORDINALITY AS p (name, kept, previous_name, job_type_id, job_type_rev_id, priority, timeout, max_tries, cpus, mem, ready,
        kept_parents, node, list_inputs, position)
    ), claimed AS (
      UPDATE recipe r SET is_superseded = true, superseded = now(), last_modified = now()
      WHERE r.id = ANY($2::int[]) AND NOT r.is_superseded AND (cardinality($7::text[]) = 0 OR cardinality($7::text[]) = (
        SELECT count(*) FROM recipe_job rj WHERE rj.recipe_id = r.id AND rj.job_name = ANY($7::text[])))
      RETURNING r.id AS old_id, nextval('recipe_id_seq')::int AS new_id, nextval('trigger_event_id_seq')::int AS event_id,
        coalesce(r.root_superseded_recipe_id, r.id) AS root_id, r.recipe_type_id, r.completed, r.data,
        r.source_started, r.source_ended
    ), event AS (
      INSERT INTO trigger_event (id, type, description, occurred) SELECT event_id, 'USER', $4::jsonb, now() FROM claimed
    ), made AS (
      INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, data, root_superseded_recipe_id, superseded_recipe_id,
        source_started, source_ended, created, completed, last_modified)
      SELECT new_id, recipe_type_id, $3::int, event_id, data, root_id, old_id, source_started, source_ended, now(),
        CASE WHEN NOT EXISTS (SELECT FROM plan WHERE NOT kept) THEN completed END, now()
      FROM claimed
    ), old_file AS MATERIALIZED (
      SELECT c.new_id, f.scale_file_id FROM claimed c JOIN recipe_file f ON f.recipe_id = c.old_id
    ), file AS (
      INSERT INTO recipe_file (recipe_id, scale_file_id, created) SELECT new_id, scale_file_id, now() FROM old_file
    ), old_job AS MATERIALIZED (
      SELECT c.old_id, p.position, rj.job_id AS id, rj.job_name = ANY($6::text[]) AS is_superseded
      FROM claimed c JOIN recipe_job rj ON rj.recipe_id = c.old_id LEFT JOIN plan p ON p.previous_name = rj.job_name
    ), superseded_job AS (
      UPDATE job j SET is_superseded = true, superseded = now(), last_modified = now(),
        status = CASE WHEN j.status IN ('PENDING', 'BLOCKED') THEN 'CANCELED' ELSE j.status END,
        last_status_change = CASE WHEN j.status IN ('PENDING', 'BLOCKED') THEN now() ELSE j.last_status_change END
      FROM old_job o WHERE j.id = o.id AND o.is_superseded
      RETURNING o.old_id, o.position, j.id, coalesce(j.root_superseded_job_id, j.id) AS root_id
    ), previous_job AS (
      SELECT old_id, position, id, root_id FROM superseded_job
      UNION ALL SELECT old_id, position, id, NULL FROM old_job WHERE NOT is_superseded
    ), new_job AS MATERIALIZED (
      SELECT CASE WHEN p.kept THEN o.id ELSE nextval('job_id_seq')::int END AS job_id, c.old_id, c.new_id, p.kept, p.name,
        CASE WHEN p.name = p.previous_name AND NOT p.kept THEN o.id WHEN p.name = ANY($6::text[]) THEN (
          SELECT rj.job_id FROM recipe_job rj WHERE rj.recipe_id = c.old_id AND rj.job_name = p.name) END AS replaced_id,
        c.event_id, c.data AS recipe_data, p.node, p.list_inputs, o.id AS previous_id, o.root_id, p.job_type_id, p.job_type_rev_id,
        p.priority, p.timeout, p.max_tries, p.cpus, p.mem,
        CASE p.ready WHEN 'YES' THEN true WHEN 'NO' THEN false ELSE NOT EXISTS (
          SELECT FROM recipe_job rj JOIN job j ON j.id = rj.job_id
          WHERE rj.recipe_id = c.old_id AND p.kept_parents ? rj.job_name AND j.status <> 'COMPLETED') END AS is_ready
      FROM claimed c JOIN unnest($2::int[]) WITH ORDINALITY AS turn (old_id, number) ON turn.old_id = c.old_id CROSS JOIN plan p
        LEFT JOIN previous_job o ON o.old_id = c.old_id AND o.position = p.position
      ORDER BY turn.number, p.position
    ), made_job AS (
      INSERT INTO job (id, batch_id, job_type_id, job_type_rev_id, status, event_id, data, priority, timeout, max_tries, cpus_required,
        mem_required, root_superseded_job_id, superseded_job_id, created, queued, last_status_change, last_modified)
      SELECT job_id, $1::int, job_type_id, job_type_rev_id, CASE WHEN is_ready THEN 'QUEUED' ELSE 'PENDING' END, event_id,
        CASE WHEN is_ready THEN ${data} ELSE '{}' END, priority, timeout, max_tries, cpus, mem, root_id, previous_id, now(),
        CASE WHEN is_ready THEN now() END, now(), now()
      FROM new_job n WHERE NOT kept
    ), recipe_job AS (
      INSERT INTO recipe_job (recipe_id, job_id, job_name, is_original) SELECT new_id, job_id, name, NOT kept FROM new_job
    ), batch_recipe AS (
      INSERT INTO batch_recipe (batch_id, recipe_id, superseded_recipe_id, created) SELECT $1::int, new_id, old_id, now() FROM claimed
    ), batch_job AS (
      INSERT INTO batch_job (batch_id, job_id, superseded_job_id, created, is_original)
      SELECT $1::int, job_id, replaced_id, now(), NOT kept FROM new_job
    ), work_tally AS (
      INSERT INTO work_tally (batch_id, status, n)
      SELECT $1::int, 'RECIPE_COMPLETED', count(*) FROM claimed
      WHERE completed IS NOT NULL AND NOT EXISTS (SELECT FROM plan WHERE NOT kept) HAVING count(*) > 0
    )${parts}
    SELECT id AS "leftId", NULL::int AS "unsettledId", false AS "isMissing" FROM unnest($2::int[]) AS u (id)
    WHERE id NOT IN (SELECT old_id FROM claimed)
    UNION ALL
    SELECT DISTINCT NULL::int, n.new_id, false FROM new_job n
    WHERE n.kept AND (SELECT j.status FROM job j WHERE j.id = n.job_id) <> 'COMPLETED'${rows}`;

/** Re-processes recipes, see `reprocess`. PostgreSQL's triggers check each foreign key of each row. */
export const insertRecipesAndJobs: Statement = { text: reprocess() };
