import { createThreeJobType } from "./recipeTypes.js";
/** Inserted in one statement: the triggers of `job` keep the rows of a statement in memory. */
const chunk = 100_000;
/**
 * A fifth of these jobs are queued, of three job types, at three priorities, in 30 batches, and the others are COMPLETED. A third of the
 * batches and one of the job types have a cap. There are the jobs and batches alone, without recipes: a claim reads no more.
 */
export const queue = (jobs) => ({
    name: `queue_${jobs}`,
    fill: async (database) => {
        const recipeTypeId = await createThreeJobType(database, "queue");
        const { pool } = database;
        await pool.query(`WITH event AS (INSERT INTO trigger_event (type) VALUES ('USER') RETURNING id)
       INSERT INTO batch (recipe_type_id, event_id, definition, status, max_running_jobs)
       SELECT $1, event.id, '{"version": "1.0"}', 'CREATED', CASE WHEN i % 3 = 0 THEN 1000 END FROM event, generate_series(1, 30) AS i`, [recipeTypeId]);
        await pool.query("UPDATE job_type SET max_running = 5000 WHERE id = (SELECT min(id) FROM job_type WHERE NOT is_system)");
        for (let from = 0; from < jobs; from += chunk) {
            await pool.query(`WITH type AS (
           SELECT t.id, r.id AS rev_id, row_number() OVER (ORDER BY t.id) - 1 AS number
           FROM job_type t JOIN job_type_revision r ON r.job_type_id = t.id WHERE NOT t.is_system
         )
         INSERT INTO job (batch_id, job_type_id, job_type_rev_id, status, event_id, priority, data, created, queued, num_exes)
         SELECT (SELECT min(id) FROM batch) + i % 30, type.id, type.rev_id, CASE WHEN i % 5 = 0 THEN 'QUEUED' ELSE 'COMPLETED' END,
           (SELECT min(id) FROM trigger_event), 100 + 10 * (i / 30 % 3), '{"version": "1.0", "input_data": []}', now(), now(), 0
         FROM generate_series($1::int, $2::int - 1) AS i JOIN type ON type.number = i / 7 % 3`, [from, Math.min(jobs, from + chunk)]);
        }
    },
});
