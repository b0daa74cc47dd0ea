import { batchCreator } from "../../../src/domain/job/ensureSystemJobType.js";
import { createRecipeTypes } from "./recipeTypes.js";
const chunk = 100_000;
/** Milliseconds for a statement that fills a table: others must be done within 30 s. */
export const longTime = 600_000;
/** $1 and $2: the first and the last id to make; $3 how many there will be; $4 and $5 the creator's job type. */
const statements = [
    // Every number that looks random is a hash of the id, so that each run has the same rows.
    `CREATE TEMP TABLE sketch ON COMMIT DROP AS
    SELECT id, recipe_type_id, rev_id, created, title, description, definition, created_by, status, total,
      CASE WHEN spoilt > 0.8 THEN floor(total * (spoilt - 0.8) / 2)::int ELSE 0 END AS failed,
      CASE WHEN status = 'SUBMITTED' THEN created ELSE created + delay * delay * interval '9 h' + interval '1.234567 s' END AS last_modified
    FROM (
      SELECT n AS id, t.id AS recipe_type_id, v.id AS rev_id, r.spoilt, r.delay,
        '2016-01-01 00:00:00.123456+00'::timestamptz + make_interval(secs => 63072000.0 * (n + r.jitter * 20) / $3::int) AS created,
        CASE WHEN r.named > 0.04 THEN (ARRAY['Re-process', 'Repair', 'Backfill', 'Trial of', 'New masks for', 'Redo'])[1 + floor(r.verb * 6)::int]
          || ' ' || (ARRAY['Iberia', 'the Alps', 'Lake Chad', 'Kansas', 'Borneo', 'the Po valley', 'Crete'])[1 + floor(r.place * 7)::int]
          || ' #' || n END AS title,
        CASE WHEN r.described > 0.4 THEN 'Asked for in ticket ' || (n::bigint * 7919 % 99991) || ': '
          || repeat('the products of this period were made with a calibration that has since been mended; ', 1 + floor(r.described * 2)::int)
          END AS description,
        CASE floor(r.kind * 4)::int
          WHEN 0 THEN '{"version": "1.0", "all_jobs": true}'::jsonb
          WHEN 1 THEN '{"version": "1.0", "job_names": ["mask", "publish"], "priority": 50}'
          WHEN 2 THEN '{"version": "1.0", "date_range": {"type": "created", "started": "2016-01-01T00:00:00.000Z", "ended": "2016-06-30T23:59:59.000Z"}}'
          ELSE '{"version": "1.0", "date_range": {"type": "data", "started": "2015-07-01T00:00:00.000Z"}, "job_names": ["register"]}' END AS definition,
        CASE WHEN r.person < 0.3 THEN 'Anonymous' ELSE 'analyst-' || floor(r.person * 40) END AS created_by,
        CASE WHEN r.state < 0.80 THEN 'CREATED' WHEN r.state < 0.85 THEN 'CANCELED' WHEN r.state < 0.88 THEN 'FAILED'
          WHEN r.state < 0.91 THEN 'PAUSED' WHEN r.state < 0.95 THEN 'CREATING' ELSE 'SUBMITTED' END AS status,
        CASE WHEN r.state < 0.95 THEN floor(power(10, 1 + 4 * r.size))::int ELSE 0 END AS total
      FROM generate_series($1::int, $2::int) AS n
      CROSS JOIN LATERAL (
        SELECT x[1] AS spoilt, x[2] AS delay, x[3] AS jitter, x[4] AS named, x[5] AS verb, x[6] AS place, x[7] AS described, x[8] AS kind,
          x[9] AS person, x[10] AS state, x[11] AS size, x[12] AS popularity
        FROM (SELECT array_agg((hashint4extended(n, k) & 1048575) / 1048576.0::float8 ORDER BY k) AS x FROM generate_series(1, 12) AS k) h
      ) r
      JOIN (SELECT id, revision_num, row_number() OVER (ORDER BY id) AS rank, count(*) OVER () AS types FROM recipe_type) t
        ON t.rank = 1 + floor(t.types * r.popularity * r.popularity)
      JOIN recipe_type_revision v ON v.recipe_type_id = t.id AND v.revision_num = t.revision_num
    ) s`,
    `INSERT INTO trigger_event (id, type, description, occurred)
    SELECT id, 'USER', jsonb_build_object('user', created_by), created FROM sketch`,
    `INSERT INTO job (id, job_type_id, job_type_rev_id, status, event_id, data, priority, timeout, max_tries, num_exes, cpus_required,
      mem_required, created, queued, started, ended, last_status_change, last_modified)
    SELECT s.id, t.id, v.id, CASE s.status WHEN 'CREATED' THEN 'COMPLETED' WHEN 'CREATING' THEN 'RUNNING' WHEN 'SUBMITTED' THEN 'QUEUED'
        WHEN 'PAUSED' THEN 'QUEUED' ELSE s.status END, s.id,
      jsonb_build_object('version', '1.0', 'input_data', jsonb_build_array(jsonb_build_object('name', 'Batch ID', 'value', s.id::text))),
      t.priority, t.timeout, t.max_tries, CASE s.status WHEN 'SUBMITTED' THEN 0 ELSE 1 END, t.cpus_required, t.mem_required, s.created, s.created,
      CASE WHEN s.status <> 'SUBMITTED' THEN s.created + interval '1 s' END,
      CASE WHEN s.status IN ('CREATED', 'CANCELED', 'FAILED') THEN s.last_modified END, s.last_modified, s.last_modified
    FROM sketch s, job_type t JOIN job_type_revision v ON v.job_type_id = t.id AND v.revision_num = t.revision_num
    WHERE t.name = $4::text AND t.version = $5::text`,
    `INSERT INTO batch (id, title, description, status, recipe_type_id, event_id, creator_job_id, definition, created_count, failed_count,
      total_count, created, last_modified, recipe_type_rev_id, created_by)
    SELECT id, title, description, status, recipe_type_id, id, id, definition,
      CASE status WHEN 'CREATED' THEN total - failed WHEN 'SUBMITTED' THEN 0 ELSE (total - failed) / 2 END, failed,
      total, created, last_modified, CASE WHEN status <> 'SUBMITTED' THEN rev_id END, created_by
    FROM sketch`,
];
/** Batches with a trigger event and a creator job each, over three dozen recipe types, made in two years' time. */
export const batches = (count) => ({
    name: `batches_${count}`,
    fill: async (database) => {
        await createRecipeTypes(database);
        const client = await database.pool.connect();
        try {
            for (let first = 1; first <= count; first += chunk) {
                const values = [first, Math.min(count, first + chunk - 1), count, batchCreator.name, batchCreator.version];
                // Statements that are sent together are one transaction.
                const text = statements.map((text) => withValues(text, values)).join(";\n");
                await client.query({ text, query_timeout: longTime });
            }
            for (const table of ["trigger_event", "job", "batch"]) {
                await client.query(`SELECT setval('${table}_id_seq', (SELECT max(id) FROM ${table}))`);
            }
        }
        finally {
            client.release();
        }
    },
});
/** Statements that make tables, or come together, take no parameters. The values are this file's own. */
const withValues = (text, values) => text.replace(/\$(\d)/g, (_, place) => {
    const value = values[Number(place) - 1];
    return typeof value === "number" ? String(value) : `'${value}'`;
});
