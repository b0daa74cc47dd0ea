import type { Statement } from "../../database.js";

/** One job of the recipes to make. */
export interface NodeRow {
  readonly name: string;
  readonly type_name: string;
  readonly type_version: string;
  /** How many jobs must end before this one can start, along the longest path. */
  readonly depth: number;
}

/** An input of a recipe, or an output of a job. */
interface DataRow {
  /** Its place in the recipe's data, or in the job's results. */
  readonly position: number;
  readonly name: string;
  readonly type: "property" | "file" | "files";
  readonly media_type: string;
  /** The end of the files' names: `.tif`. */
  readonly extension: string;
}

/** One input of the recipes to make. */
export interface InputRow extends DataRow {
  /** How many files each recipe has for it; 0 for a property. */
  readonly files: number;
}

/** One output of a job type of the recipes to make. */
export interface OutputRow extends DataRow {
  readonly type_name: string;
  readonly type_version: string;
}

/**
 * Makes recipes as an ingested file would have triggered them, with jobs that have run to their end: $1 recipe type revision, $2 NodeRow[]
 * as JSON, $3 InputRow[] as JSON, $4 and $5 the range that `created` is spread over, $6 how many recipes are spread over it in all, $7 the
 * number (from 0) of the first of them to make, $8 how many to make, $9 OutputRow[] as JSON, $10 the URI of the folder in which the files
 * are, ending in a slash; null where there are no such files, but only their rows.
 *
 * It is one statement for a chunk: 100,000 recipes of four jobs are 1.2 million rows, and take 16 s on two shared cores. Ids are drawn
 * first, so that every table can be filled without reading back what another INSERT returned. Jobs and files are numbered recipe by recipe,
 * so that what belongs to one recipe lies together on disk. Each job takes 10 minutes, and each recipe is made two hours after its data.
 */
export const insertRecipes: Statement = {
  name: "insert_recipes",
  text: `
    WITH type AS MATERIALIZED (
      SELECT t.id, t.name, t.trigger_rule_id, r.id AS rev_id
      FROM recipe_type_revision r JOIN recipe_type t ON t.id = r.recipe_type_id WHERE r.id = $1::int
    ), node AS MATERIALIZED (
      SELECT n.name, n.depth, n.type_name, n.type_version, t.id AS type_id, r.id AS rev_id, t.priority, t.timeout, t.max_tries,
        greatest(t.cpus_required, 0.25) AS cpus, greatest(t.mem_required, 128) AS mem, t.disk_out_const_required AS disk_out
      FROM jsonb_to_recordset($2::jsonb) AS n (name text, type_name text, type_version text, depth int)
      JOIN job_type t ON t.name = n.type_name AND t.version = n.type_version
      JOIN job_type_revision r ON r.job_type_id = t.id AND r.revision_num = t.revision_num
    ), input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset($3::jsonb) AS i (position int, name text, type text, files int, media_type text, extension text)
    ), new AS MATERIALIZED (
      SELECT nextval('recipe_id_seq')::int AS id, nextval('trigger_event_id_seq')::int AS event_id,
        $4::timestamptz + make_interval(secs =>
          extract(epoch FROM $5::timestamptz - $4::timestamptz)::float8 * (s.number + 0.5)::float8 / $6::int) AS created
      FROM generate_series($7::int, $7::int + $8::int - 1) AS s (number)
    ), file AS MATERIALIZED (
      SELECT nextval('scale_file_id_seq') AS id, o.*
      FROM (SELECT n.id AS recipe_id, n.created, i.position, i.media_type, i.extension
            FROM new n CROSS JOIN input i CROSS JOIN generate_series(1, i.files) ORDER BY n.id, i.position) o
    ), output AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset($9::jsonb)
        AS o (type_name text, type_version text, position int, name text, type text, media_type text, extension text)
    ), job AS MATERIALIZED (
      SELECT nextval('job_id_seq')::int AS id, o.*
      FROM (SELECT n.id AS recipe_id, n.event_id, n.created, n.created + node.depth * interval '10 min' AS queued, node.*
            FROM new n CROSS JOIN node ORDER BY n.id, node.depth) o
    ), product AS MATERIALIZED (
      SELECT CASE WHEN o.type <> 'property' THEN nextval('scale_file_id_seq') END AS id, o.*
      FROM (SELECT j.id AS job_id, j.created, j.queued + interval '10 min' AS ended, o.position, o.name, o.type, o.media_type, o.extension
            FROM job j JOIN output o USING (type_name, type_version) ORDER BY j.id, o.position) o
    ), results AS (
      SELECT job_id, jsonb_agg(CASE type
        WHEN 'property' THEN jsonb_build_object('name', name, 'value', 'sample')
        WHEN 'file' THEN jsonb_build_object('name', name, 'file_id', id)
        ELSE jsonb_build_object('name', name, 'file_ids', jsonb_build_array(id)) END ORDER BY position) AS output_data
      FROM product GROUP BY job_id
    ), entry AS (
      SELECT n.id AS recipe_id, i.position, CASE i.type
        WHEN 'property' THEN jsonb_build_object('name', i.name, 'value', 'sample')
        WHEN 'file' THEN jsonb_build_object('name', i.name, 'file_id', min(f.id))
        ELSE jsonb_build_object('name', i.name, 'file_ids', jsonb_agg(f.id ORDER BY f.id)) END AS entry
      FROM new n CROSS JOIN input i LEFT JOIN file f ON f.recipe_id = n.id AND f.position = i.position
      GROUP BY n.id, i.position, i.type, i.name
    ), data AS (
      SELECT recipe_id, jsonb_agg(entry ORDER BY position) AS input_data FROM entry GROUP BY recipe_id
    ), made_event AS (
      INSERT INTO trigger_event (id, type, rule_id, description, occurred)
      SELECT n.event_id, 'INGEST', type.trigger_rule_id, '{"version": "1.0"}', n.created FROM new n CROSS JOIN type
    ), made_recipe AS (
      INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, data, created, completed, last_modified, source_started, source_ended)
      SELECT n.id, type.id, type.rev_id, n.event_id,
        jsonb_build_object('version', '1.0', 'input_data', coalesce(d.input_data, '[]'), 'workspace_id', 1),
        n.created, n.created + duration, n.created + duration, n.created - age, n.created - age + interval '30 s'
      FROM new n CROSS JOIN type CROSS JOIN (SELECT coalesce(max(depth) + 1, 0) * interval '10 min' AS duration FROM node) l
      CROSS JOIN (SELECT CASE WHEN sum(files) > 0 THEN interval '2 h' END AS age FROM input) a
      LEFT JOIN data d ON d.recipe_id = n.id
    ), made_file AS (
      INSERT INTO scale_file (id, file_name, media_type, file_size, data_started, data_ended, created, last_modified, uri)
      SELECT f.id, file_name, f.media_type, 100000000 + f.id * 7919 % 900000000,
        f.taken - interval '2 h', f.taken - interval '2 h' + interval '30 s', f.created, f.created, $10::text || file_name
      FROM (SELECT id, '' AS of, media_type, extension, created AS taken, created FROM file UNION ALL
            SELECT id, '-' || left(name, 100), media_type, extension, created, ended FROM product WHERE id IS NOT NULL) f
        CROSS JOIN type CROSS JOIN LATERAL (SELECT type.name || '-' || f.id || f.of || f.extension AS file_name) n
    ), made_recipe_file AS (
      INSERT INTO recipe_file (recipe_id, scale_file_id, created) SELECT recipe_id, id, created FROM file
    ), made_job AS (
      INSERT INTO job (id, job_type_id, job_type_rev_id, status, event_id, priority, timeout, max_tries, num_exes, cpus_required,
        mem_required, disk_out_required, created, queued, started, ended, last_status_change, last_modified, results)
      SELECT id, type_id, rev_id, 'COMPLETED', event_id, priority, timeout, max_tries, 1, cpus,
        mem, disk_out, created, queued, queued + interval '30 s', ended, ended, ended,
        jsonb_build_object('version', '1.0', 'output_data', coalesce(results.output_data, '[]'))
      FROM job CROSS JOIN LATERAL (SELECT queued + interval '10 min' AS ended) e LEFT JOIN results ON results.job_id = job.id
    ), made_recipe_job AS (
      INSERT INTO recipe_job (recipe_id, job_id, job_name, is_original) SELECT recipe_id, id, name, true FROM job
    )
    SELECT (SELECT count(*) FROM new)::int AS recipes, (SELECT count(*) FROM job)::int AS jobs`,
};
