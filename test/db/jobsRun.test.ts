import { expect, it } from "vitest";
import { readMigrations } from "../../src/db/readMigrations.js";
import { useServerObjects } from "../support/database.js";

const server = useServerObjects();

/** A batch of before, of two recipes: one of its jobs is queued, one waits, one was kept. Another batch was canceled. */
const before = `
  INSERT INTO job_type (id, name, version, interface) VALUES (1, 'read', '1', '{}'), (2, 'join', '1', '{"input_data": [{"name": "parts", "type": "files"}]}');
  INSERT INTO job_type_revision (id, job_type_id, revision_num, interface) SELECT id, id, 1, interface FROM job_type;
  INSERT INTO recipe_type (id, name, version, definition) VALUES (1, 'scene', '1', '{}');
  INSERT INTO recipe_type_revision (id, recipe_type_id, revision_num, definition) VALUES (1, 1, 1, '{"jobs": [
    {"name": "read", "recipe_inputs": [{"recipe_input": "scene", "job_input": "in"}], "dependencies": []},
    {"name": "join", "recipe_inputs": [{"recipe_input": "scene", "job_input": "whole"}], "dependencies": [
      {"name": "read", "connections": [{"output": "out", "input": "parts"}]}]}]}');
  INSERT INTO trigger_event (id, type) VALUES (1, 'USER');
  INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, data, completed)
  SELECT i, 1, 1, 1, '{"input_data": [{"name": "scene", "file_id": 5}], "workspace_id": 7}', CASE i WHEN 3 THEN now() END FROM generate_series(1, 3) AS i;
  INSERT INTO job (id, job_type_id, job_type_rev_id, event_id, status, queued, results) VALUES
    (1, 1, 1, 1, 'COMPLETED', now(), '{"output_data": [{"name": "out", "file_id": 9}]}'), (2, 2, 2, 1, 'QUEUED', now(), '{}'),
    (3, 1, 1, 1, 'QUEUED', now(), '{}'), (4, 2, 2, 1, 'PENDING', NULL, '{}'), (5, 1, 1, 1, 'CANCELED', now(), '{}');
  INSERT INTO recipe_job (recipe_id, job_id, job_name, is_original) VALUES (1, 1, 'read', false), (1, 2, 'join', true), (2, 3, 'read', true), (2, 4, 'join', true);
  INSERT INTO batch (id, recipe_type_id, event_id, definition, status) VALUES (1, 1, 1, '{}', 'CREATED'), (2, 1, 1, '{}', 'CANCELED'), (3, 1, 1, '{}', 'CREATED');
  INSERT INTO batch_recipe (batch_id, recipe_id, superseded_recipe_id) VALUES (1, 1, NULL), (1, 2, NULL), (3, 3, NULL);
  INSERT INTO batch_job (batch_id, job_id, is_original) VALUES (1, 1, false), (1, 2, true), (1, 3, true), (1, 4, true), (2, 5, true);
`;

it("The migration _jobs_run takes over the jobs of the batches that there were", async () => {
  const url = await server.emptyDatabase();
  const migrations = await readMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith("_jobs_run"));
  for (const { script } of migrations.slice(0, place)) await server.run(url, script);
  await server.run(url, before);
  for (const { script } of migrations.slice(place)) await server.run(url, script);
  const data = (...input_data: object[]) => ({ version: "1.0", input_data, workspace_id: 7 });
  expect(await server.run(url, "SELECT id, batch_id, data FROM job ORDER BY id")).toEqual([
    { id: 1, batch_id: null, data: {} },
    { id: 2, batch_id: 1, data: data({ name: "whole", file_id: 5 }, { name: "parts", file_ids: [9] }) },
    { id: 3, batch_id: 1, data: data({ name: "in", file_id: 5 }) },
    { id: 4, batch_id: 1, data: {} },
    { id: 5, batch_id: 2, data: {} },
  ]);
  expect(await server.run(url, "SELECT id, work_state, work_finished IS NOT NULL AS finished FROM batch ORDER BY id")).toEqual([
    { id: 1, work_state: "WAITING", finished: false },
    { id: 2, work_state: "CANCELED", finished: true },
    { id: 3, work_state: "SUCCEEDED", finished: true },
  ]);
  const tally = "SELECT batch_id, job_type_id, status, sum(n)::int AS n FROM work_tally GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
  expect(await server.run(url, tally)).toEqual([
    { batch_id: 1, job_type_id: 1, status: "QUEUED", n: 1 },
    { batch_id: 1, job_type_id: 2, status: "PENDING", n: 1 },
    { batch_id: 1, job_type_id: 2, status: "QUEUED", n: 1 },
    { batch_id: 2, job_type_id: 1, status: "CANCELED", n: 1 },
    { batch_id: 3, job_type_id: null, status: "RECIPE_COMPLETED", n: 1 },
  ]);
});
