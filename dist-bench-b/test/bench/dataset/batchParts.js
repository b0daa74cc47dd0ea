import { batches, longTime } from "./batches.js";
/** Of the batches that the list shows first, so many have many recipes; the others have a few. */
const largeBatches = 1000;
const [recipesOfLarge, recipesOfOthers, jobsOfRecipe] = [500, 2, 3];
/** $1: the batches. Every recipe supersedes one that has no jobs left, and has jobs that are all its own. */
const statements = [
    `CREATE TEMP TABLE made ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY b.id, k)::int AS n, b.id AS batch_id, b.recipe_type_id, b.created,
      k % 20 = 0 AS has_failed, v.id AS rev_id, (SELECT max(id) FROM job) AS jobs_before
    FROM (SELECT *, row_number() OVER (ORDER BY last_modified, id) AS place FROM batch) b
    JOIN recipe_type t ON t.id = b.recipe_type_id
    JOIN recipe_type_revision v ON v.recipe_type_id = t.id AND v.revision_num = t.revision_num
    CROSS JOIN LATERAL generate_series(1, CASE WHEN b.place <= ${largeBatches} THEN ${recipesOfLarge} ELSE ${recipesOfOthers} END) k`,
    `INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, is_superseded, created, completed, superseded)
    SELECT 2 * n - 1, recipe_type_id, rev_id, batch_id, NOT has_failed, created, created, created FROM made`,
    `INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, superseded_recipe_id, root_superseded_recipe_id, created)
    SELECT 2 * n, recipe_type_id, rev_id, batch_id, 2 * n - 1, 2 * n - 1, created FROM made WHERE NOT has_failed`,
    `CREATE TEMP TABLE made_job ON COMMIT DROP AS
    SELECT jobs_before + ${jobsOfRecipe} * (n - 1) + k AS id, n, k, batch_id, made.created, t.id AS type_id, v.id AS rev_id
    FROM made CROSS JOIN generate_series(1, ${jobsOfRecipe}) k
    JOIN LATERAL (SELECT * FROM job_type WHERE NOT is_system ORDER BY id OFFSET k - 1 LIMIT 1) t ON true
    JOIN job_type_revision v ON v.job_type_id = t.id AND v.revision_num = t.revision_num
    WHERE NOT has_failed`,
    `INSERT INTO job (id, job_type_id, job_type_rev_id, status, event_id, created, last_modified)
    SELECT id, type_id, rev_id, CASE k WHEN 1 THEN 'QUEUED' ELSE 'PENDING' END, batch_id, created, created FROM made_job`,
    `INSERT INTO recipe_job (recipe_id, job_id, job_name) SELECT 2 * n, id, 'job-' || k FROM made_job`,
    `INSERT INTO batch_recipe (batch_id, recipe_id, superseded_recipe_id, created, failure_code, failure_message)
    SELECT batch_id, CASE WHEN NOT has_failed THEN 2 * n END, 2 * n - 1, created,
      CASE WHEN has_failed THEN 'JOBS_MISSING' END, CASE WHEN has_failed THEN 'The recipe lacks a job' END FROM made`,
    `INSERT INTO batch_job (batch_id, job_id, created) SELECT batch_id, id, created FROM made_job`,
    `UPDATE batch SET created_count = m.made, failed_count = m.failed, total_count = m.made + m.failed
    FROM (SELECT batch_id, count(*) FILTER (WHERE NOT has_failed) AS made, count(*) FILTER (WHERE has_failed) AS failed
      FROM made GROUP BY 1) m WHERE m.batch_id = batch.id`,
    `INSERT INTO batch_event (batch_id, "from", "to", actor, occurred)
    SELECT b.id, (ARRAY[NULL, 'SUBMITTED', 'CREATING'])[k], (ARRAY['SUBMITTED', 'CREATING', 'CREATED'])[k], 'Anonymous', b.created
    FROM batch b CROSS JOIN generate_series(1, 3) k`,
    ...["recipe", "job"].map((table) => `SELECT setval('${table}_id_seq', (SELECT max(id) FROM ${table}))`),
];
/** Batches with what became of their recipes: a thousand of 500 recipes of three jobs each, and the others of two. */
export const batchParts = (count) => ({
    name: `batch_parts_${count}`,
    fill: async (database) => {
        await batches(count).fill(database);
        const client = await database.pool.connect();
        try {
            // Statements that are sent together are one transaction.
            const text = ["SET LOCAL session_replication_role = replica", ...statements].join(";\n");
            await client.query({ text, query_timeout: longTime });
        }
        finally {
            client.release();
        }
    },
});
