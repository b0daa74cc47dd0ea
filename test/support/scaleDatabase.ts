/**
 * The tables of Scale 4.1 as Django has made them: no defaults, JSON as `json` that may be null, integer ids, texts for what is empty. Columns
 * and tables that the gateway does not read are here by example.
 */
export const scaleTablesSql = `
CREATE TABLE workspace (id serial PRIMARY KEY, name varchar(50) NOT NULL UNIQUE, title varchar(50), description varchar(500) NOT NULL,
  base_url varchar(200), is_active boolean NOT NULL, json_config json, created timestamptz NOT NULL, archived timestamptz, last_modified timestamptz NOT NULL);
CREATE TABLE trigger_rule (id serial PRIMARY KEY, type varchar(50) NOT NULL, name varchar(50) NOT NULL, configuration json, is_active boolean NOT NULL,
  created timestamptz NOT NULL, archived timestamptz, last_modified timestamptz NOT NULL);
CREATE TABLE trigger_event (id serial PRIMARY KEY, type varchar(50) NOT NULL, rule_id integer REFERENCES trigger_rule, description json, occurred timestamptz NOT NULL);
CREATE TABLE error (id serial PRIMARY KEY, name varchar(50) NOT NULL UNIQUE, title varchar(50), description varchar(250) NOT NULL, category varchar(50) NOT NULL,
  is_builtin boolean NOT NULL, created timestamptz NOT NULL, last_modified timestamptz NOT NULL);
CREATE TABLE job_type (id serial PRIMARY KEY, name varchar(50) NOT NULL, version varchar(50) NOT NULL, title varchar(50), description varchar(500) NOT NULL,
  category varchar(50), author_name varchar(50), author_url varchar(100), is_system boolean NOT NULL, is_long_running boolean NOT NULL, is_active boolean NOT NULL,
  is_operational boolean NOT NULL, is_paused boolean NOT NULL, requires_cleanup boolean NOT NULL, uses_docker boolean NOT NULL, docker_image varchar(500),
  interface json, error_mapping json, revision_num integer NOT NULL, priority integer NOT NULL, max_scheduled integer, timeout integer NOT NULL, max_tries integer NOT NULL,
  cpus_required double precision NOT NULL, mem_required double precision NOT NULL, disk_out_const_required double precision NOT NULL,
  disk_out_mult_required double precision NOT NULL, icon_code varchar(20), created timestamptz NOT NULL, archived timestamptz, paused timestamptz,
  last_modified timestamptz NOT NULL, trigger_rule_id integer REFERENCES trigger_rule, UNIQUE (name, version));
CREATE TABLE job_type_revision (id serial PRIMARY KEY, job_type_id integer NOT NULL REFERENCES job_type, revision_num integer NOT NULL, interface json,
  created timestamptz NOT NULL, UNIQUE (job_type_id, revision_num));
CREATE TABLE job (id serial PRIMARY KEY, job_type_id integer NOT NULL REFERENCES job_type, job_type_rev_id integer NOT NULL REFERENCES job_type_revision,
  event_id integer NOT NULL REFERENCES trigger_event, error_id integer REFERENCES error, status varchar(50) NOT NULL, data json, configuration json, results json,
  priority integer NOT NULL, timeout integer NOT NULL, max_tries integer NOT NULL, num_exes integer NOT NULL, cpus_required double precision, mem_required double precision,
  disk_in_required double precision, disk_out_required double precision, is_superseded boolean NOT NULL, root_superseded_job_id integer REFERENCES job,
  superseded_job_id integer UNIQUE REFERENCES job, delete_superseded boolean NOT NULL, created timestamptz NOT NULL, queued timestamptz, started timestamptz,
  ended timestamptz, last_status_change timestamptz, superseded timestamptz, last_modified timestamptz NOT NULL);
CREATE TABLE job_exe (id serial PRIMARY KEY, job_id integer NOT NULL REFERENCES job, status varchar(50) NOT NULL, command_arguments varchar(1000) NOT NULL,
  timeout integer NOT NULL, queued timestamptz NOT NULL, started timestamptz, ended timestamptz, error_id integer REFERENCES error);
CREATE TABLE recipe_type (id serial PRIMARY KEY, name varchar(50) NOT NULL, version varchar(50) NOT NULL, title varchar(50), description varchar(500) NOT NULL,
  is_active boolean NOT NULL, definition json, revision_num integer NOT NULL, trigger_rule_id integer REFERENCES trigger_rule, created timestamptz NOT NULL,
  archived timestamptz, last_modified timestamptz NOT NULL, UNIQUE (name, version));
CREATE TABLE recipe_type_revision (id serial PRIMARY KEY, recipe_type_id integer NOT NULL REFERENCES recipe_type, revision_num integer NOT NULL, definition json,
  created timestamptz NOT NULL, UNIQUE (recipe_type_id, revision_num));
CREATE TABLE recipe (id serial PRIMARY KEY, recipe_type_id integer NOT NULL REFERENCES recipe_type, recipe_type_rev_id integer NOT NULL REFERENCES recipe_type_revision,
  event_id integer NOT NULL REFERENCES trigger_event, data json, is_superseded boolean NOT NULL, root_superseded_recipe_id integer REFERENCES recipe,
  superseded_recipe_id integer UNIQUE REFERENCES recipe, created timestamptz NOT NULL, completed timestamptz, superseded timestamptz, last_modified timestamptz NOT NULL);
CREATE TABLE scale_file (id serial PRIMARY KEY, file_name varchar(250) NOT NULL, file_type varchar(50) NOT NULL, media_type varchar(250) NOT NULL, file_size bigint NOT NULL,
  data_type text NOT NULL, file_path varchar(1000) NOT NULL, workspace_id integer NOT NULL REFERENCES workspace, is_deleted boolean NOT NULL, uuid varchar(32) NOT NULL,
  created timestamptz NOT NULL, deleted timestamptz, last_modified timestamptz NOT NULL, data_started timestamptz, data_ended timestamptz, meta_data json);
CREATE TABLE recipe_file (id serial PRIMARY KEY, recipe_id integer NOT NULL REFERENCES recipe, scale_file_id integer NOT NULL REFERENCES scale_file, created timestamptz NOT NULL);
CREATE TABLE recipe_job (id serial PRIMARY KEY, recipe_id integer NOT NULL REFERENCES recipe, job_id integer NOT NULL REFERENCES job, job_name varchar(100) NOT NULL,
  is_original boolean NOT NULL);
CREATE TABLE batch (id serial PRIMARY KEY, title varchar(50), description text, status varchar(50) NOT NULL, recipe_type_id integer NOT NULL REFERENCES recipe_type,
  event_id integer NOT NULL REFERENCES trigger_event, creator_job_id integer REFERENCES job, definition json, created_count integer NOT NULL,
  failed_count integer NOT NULL, total_count integer NOT NULL, created timestamptz NOT NULL, last_modified timestamptz NOT NULL);
CREATE TABLE batch_recipe (id serial PRIMARY KEY, batch_id integer NOT NULL REFERENCES batch, recipe_id integer REFERENCES recipe,
  superseded_recipe_id integer REFERENCES recipe, created timestamptz NOT NULL);
CREATE TABLE batch_job (id serial PRIMARY KEY, batch_id integer NOT NULL REFERENCES batch, job_id integer REFERENCES job, superseded_job_id integer REFERENCES job,
  created timestamptz NOT NULL);
CREATE INDEX ON recipe_job (recipe_id); CREATE INDEX ON recipe_job (job_id); CREATE INDEX ON batch_recipe (recipe_id); CREATE INDEX ON batch_recipe (batch_id);
CREATE INDEX ON batch_job (batch_id); CREATE INDEX ON recipe_file (recipe_id); CREATE INDEX ON recipe (recipe_type_id);`;

const node = (name: string, parent?: string) =>
  `{"name": "${name}", "job_type": {"name": "${name}", "version": "1.0"}, "recipe_inputs": [${parent ? "" : '{"recipe_input": "scene", "job_input": "in"}'}],
    "dependencies": [${parent ? `{"name": "${parent}", "connections": [{"output": "out", "input": "in"}]}` : ""}]}`;
const definition = `{"version": "1.0", "input_data": [{"name": "scene", "type": "file", "required": true}], "jobs": [${node("unpack")}, ${node("publish", "unpack")}]}`;
const jobInterface = `{"version": "1.0", "command": "run", "command_arguments": "", "input_data": [{"name": "in", "type": "file", "required": true}], "output_data": [{"name": "out", "type": "file", "required": false}]}`;

/**
 * Fills them: a recipe type of two jobs with so many recipes, a tenth of which a batch has re-processed; a batch that is only SUBMITTED; a job
 * that runs, one that belongs to no recipe, and a recipe type that Scale would not take either, with a recipe.
 */
export const fillScaleSql = (recipes: number): string => `
INSERT INTO workspace VALUES (1, 'raw', NULL, '', NULL, true, '{"version": "1.0", "broker": {"type": "host", "host_path": "/data/raw/"}}', now(), NULL, now());
INSERT INTO trigger_rule VALUES (3, 'INGEST', 'landsat-rule', '{"version": "1.0"}', true, now(), NULL, now()), (4, 'PARSE', '', NULL, false, now(), now(), now());
INSERT INTO trigger_event VALUES (10, 'INGEST', 3, '{"file_name": "a\\\\\\u0000b\\u0000"}', '2016-01-01T00:00:00.123456Z'), (11, 'USER', NULL, '{"user": "grace"}', now()), (12, 'CLOCK', NULL, NULL, now());
INSERT INTO error VALUES (1, 'unknown', 'Unknown', 'What is not known', 'SYSTEM', true, now(), now()), (7, 'bad-scene', NULL, '', 'DATA', false, now(), now());
INSERT INTO job_type (id, name, version, description, is_system, is_long_running, is_active, is_operational, is_paused, requires_cleanup, uses_docker, interface,
    revision_num, priority, timeout, max_tries, cpus_required, mem_required, disk_out_const_required, disk_out_mult_required, created, last_modified)
  SELECT id, name, '1.0', '', id < 5, false, true, true, false, true, true, CASE WHEN id > 2 THEN '${jobInterface}'::json END, 1, 50, 600, 3, 1, 128, 64, 0, now(), now()
  FROM (VALUES (1, 'scale-clock'), (2, 'scale-batch-creator'), (5, 'unpack'), (6, 'publish')) AS t (id, name);
INSERT INTO job_type_revision SELECT id + 100, id, 1, interface, now() FROM job_type;
INSERT INTO recipe_type VALUES (20, 'landsat', '1.0', 'Landsat', '', true, '${definition}', 2, 3, now(), NULL, now()),
  (21, 'broken', '1.0', NULL, '', true, '{"version": "1.0", "jobs": [{"name": ""}]}', 1, NULL, now(), NULL, now());
INSERT INTO recipe_type_revision VALUES (30, 20, 1, '${definition}', now()), (31, 20, 2, '${definition}', now()), (32, 21, 1, NULL, now());
INSERT INTO scale_file SELECT i, 'scene-' || i, 'SOURCE', 'image/tiff', 5000000000, '', 'scenes/' || i, 1, false, md5(i::text), now(), NULL, now(), '2016-01-01', NULL, NULL FROM generate_series(1, ${recipes}) i;
-- Of each recipe the old one, and of a tenth one that has superseded it, whose "unpack" is kept.
INSERT INTO recipe SELECT i, 20, 31, 10, json_build_object('version', '1.0', 'input_data', json_build_array(json_build_object('name', 'scene', 'file_id', i)), 'workspace_id', 1),
  i <= ${recipes / 10}, NULL, NULL, '2016-01-01T00:00:00Z'::timestamptz + i * interval '1 second', now(), CASE WHEN i <= ${recipes / 10} THEN now() END, now() FROM generate_series(1, ${recipes}) i;
INSERT INTO recipe SELECT ${recipes} + i, 20, 31, 11, data, false, id, id, now(), CASE WHEN i <> 1 THEN now() END, NULL, now() FROM recipe JOIN generate_series(1, ${recipes / 10}) i ON i = id;
INSERT INTO recipe VALUES (${3 * recipes}, 21, 32, 10, NULL, false, NULL, NULL, now(), NULL, NULL, now());
INSERT INTO recipe_file SELECT i, i, i, now() FROM generate_series(1, ${recipes}) i;
INSERT INTO job SELECT 2 * i + k, 5 + k, 105 + k, 10, NULL, 'COMPLETED', json_build_object('version', '1.0', 'input_data', json_build_array(json_build_object('name', 'in', 'file_id', i))), NULL,
  json_build_object('version', '1.0', 'output_data', json_build_array(json_build_object('name', 'out', 'file_id', i))), 50, 600, 3, 1, 1, 128, NULL, NULL,
  k = 1 AND i <= ${recipes / 10}, NULL, NULL, true, now(), now(), now(), now(), now(), CASE WHEN k = 1 AND i <= ${recipes / 10} THEN now() END, now()
  FROM generate_series(1, ${recipes}) i, generate_series(0, 1) k;
INSERT INTO recipe_job SELECT id, id / 2, id, CASE WHEN id % 2 = 0 THEN 'unpack' ELSE 'publish' END, true FROM job;
INSERT INTO job SELECT ${3 * recipes} + i, 6, 106, 11, CASE WHEN i = 2 THEN 7 END, CASE i WHEN 1 THEN 'RUNNING' WHEN 2 THEN 'FAILED' ELSE 'COMPLETED' END, data, NULL,
  results, 50, 600, 3, 1, 1, 128, NULL, NULL, false, id, id, true, now(), now(), now(), now(), now(), NULL, now() FROM job JOIN generate_series(1, ${recipes / 10}) i ON job.id = 2 * i + 1;
UPDATE recipe SET completed = NULL WHERE id = ${recipes} + 2;
INSERT INTO recipe_job SELECT ${3 * recipes} + i, ${recipes} + i, 2 * i, 'unpack', false FROM generate_series(1, ${recipes / 10}) i
  UNION ALL SELECT ${4 * recipes} + i, ${recipes} + i, ${3 * recipes} + i, 'publish', true FROM generate_series(1, ${recipes / 10}) i;
INSERT INTO job VALUES (${9 * recipes}, 2, 102, 11, NULL, 'COMPLETED', '{}', NULL, NULL, 20, 3600, 3, 1, 0.5, 1024, NULL, NULL, false, NULL, NULL, true, now(), now(), now(), now(), now(), NULL, now()),
  (${9 * recipes} + 1, 1, 101, 12, NULL, 'QUEUED', NULL, NULL, NULL, 1, 3600, 3, 1, 0.5, 1024, NULL, NULL, false, NULL, NULL, true, now(), now(), NULL, NULL, now(), NULL, now()),
  (${9 * recipes} + 2, 5, 105, 12, NULL, 'COMPLETED', NULL, NULL, NULL, 1, 3600, 3, 1, 0.5, 1024, NULL, NULL, false, NULL, NULL, true, now(), now(), NULL, NULL, now(), NULL, now());
INSERT INTO recipe_job VALUES (${9 * recipes}, ${3 * recipes}, ${9 * recipes} + 2, 'only', true);
INSERT INTO batch VALUES (40, 'Better', NULL, 'CREATED', 20, 11, ${9 * recipes}, '{"version": "1.0", "date_range": {"started": "2016-01-01T00:00:00Z"}, "job_names": ["publish"]}',
    ${recipes / 10}, 3, ${recipes / 10} + 3, now(), now()),
  (41, NULL, 'Waits', 'SUBMITTED', 20, 11, NULL, NULL, 0, 0, 0, now(), now()), (42, 'Broken', NULL, 'CREATED', 21, 12, NULL, '{}', 0, 0, 0, now(), now());
INSERT INTO batch_recipe SELECT i, 40, ${recipes} + i, i, now() FROM generate_series(1, ${recipes / 10}) i;
-- The recipe that was matched twice, as Scale's could be.
INSERT INTO batch_recipe VALUES (${recipes}, 40, NULL, 1, now());
INSERT INTO batch_job SELECT i, 40, ${3 * recipes} + i, 2 * i + 1, now() FROM generate_series(1, ${recipes / 10}) i;
ANALYZE;`;
