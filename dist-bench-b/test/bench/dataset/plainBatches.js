import { createFiftyTypes } from "./recipeTypes.js";
/** Batches of 50 recipe types, whose creators' jobs are of 20 job types. Each was changed a second after the one before. */
export const plainBatches = (count) => ({
    name: `plain_batches_${count}`,
    fill: async (database) => {
        await createFiftyTypes(database);
        // Statements that are sent together are one transaction.
        await database.pool.query(`
      CREATE TEMP TABLE made ON COMMIT DROP AS
        SELECT n AS id, t.id AS type_id, t.rev_id, j.id AS job_type_id, j.rev_id AS job_type_rev_id,
          '2016-01-01 00:00:00.123+00'::timestamptz + make_interval(secs => n) AS changed
        FROM generate_series(1, ${count}) n
        JOIN (SELECT t.id, v.id AS rev_id, row_number() OVER (ORDER BY t.id) - 1 AS place
          FROM recipe_type t JOIN recipe_type_revision v ON v.recipe_type_id = t.id) t ON t.place = n * 7 % 50
        JOIN (SELECT t.id, v.id AS rev_id, row_number() OVER (ORDER BY t.id) - 1 AS place
          FROM job_type t JOIN job_type_revision v ON v.job_type_id = t.id WHERE NOT t.is_system) j ON j.place = n * 3 % 20;
      INSERT INTO trigger_event (id, type, description, occurred) SELECT id, 'USER', '{"user": "ada"}', changed FROM made;
      INSERT INTO job (id, job_type_id, job_type_rev_id, status, event_id, num_exes, created, queued, started, ended, last_status_change,
          last_modified)
        SELECT id, job_type_id, job_type_rev_id, 'COMPLETED', id, 1, changed, changed, changed, changed, changed, changed FROM made;
      INSERT INTO batch (id, title, description, status, recipe_type_id, recipe_type_rev_id, event_id, creator_job_id, definition,
          created_count, total_count, created, last_modified, created_by)
        SELECT id, 'Re-process month ' || id % 12, 'Asked for in ticket ' || id, 'CREATED', type_id, rev_id, id, id,
          '{"version": "1.0", "all_jobs": true}', id % 1000, id % 1000, changed, changed, 'ada' FROM made;
      SELECT setval('trigger_event_id_seq', ${count}), setval('job_id_seq', ${count}), setval('batch_id_seq', ${count})`);
    },
});
