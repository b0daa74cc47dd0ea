import type { Db } from "../../../src/db/database.js";
import { cancelBatch } from "../../../src/domain/batch/change/cancelBatch.js";
import { pauseBatch } from "../../../src/domain/batch/change/pauseBatch.js";
import { retryBatch } from "../../../src/domain/batch/change/retryBatch.js";
import { insertBatches } from "../../support/batchRows.js";
import {
  ada,
  begin,
  expand,
  expandOneChunk,
  failBatch,
  makeManyRecipes,
  makeRecipe,
  makeType,
  revise,
  runBatch,
  submit,
  type TestType,
} from "../../support/catalogue.js";

/** A few of everything that the schema can show, in every state that it can be in. */
export async function makeRichBatches(db: Db): Promise<void> {
  const titled = { title: "Scene", description: "Processes a scene" };
  const scene = await makeType(db, "parse publish<parse", { name: "scene", ...titled, triggerRule: "scenes" });
  await makeManyRecipes(db, scene, 3);
  const mosaic = await makeType(db, "parse mask<parse merge=joiner@2<parse+mask", { name: "mosaic" });
  await makeManyRecipes(db, mosaic, 3);
  const idle = await makeType(db, "parse", { name: "idle", isActive: false });

  // Chains of recipes: twice superseded, with jobs kept, run again, added and removed.
  await runBatch(db, mosaic, { job_names: ["mask"] });
  await revise(db, mosaic, "parse merge=joiner@2<parse report<merge");
  await runBatch(db, mosaic, { version: "1.0" });
  await runScene(db, scene);

  await runFailing(db);
  await stopInEveryState(db, mosaic);
  await insertPlainRows(db, [scene.id, mosaic.id, idle.id]);
  for (const text of finish) await db.query({ text });
}

async function runScene(db: Db, scene: TestType): Promise<void> {
  const dates = { type: "created", started: "2016-01-01T00:00:00Z", ended: "2016-01-20T00:00:00.123456Z" };
  await expand(db, await submit(db, scene, { all_jobs: true, date_range: dates }, { title: "Scenes of January" }));
  const bound = { priority: 7, date_range: { started: dates.started } };
  await expand(db, await submit(db, scene, bound, { description: "Nothing but a bound" }));
}

/** Batches whose recipes fail, all or some, and those that try them again. */
async function runFailing(db: Db): Promise<void> {
  const type = await makeType(db, "parse publish<parse", { name: "changing", inputs: "scene:file" });
  await makeManyRecipes(db, type, 2);
  await revise(db, type, "parse publish<parse", { inputs: "scene:file mask:file" });
  const allFail = await runBatch(db, type, { all_jobs: true });
  await makeManyRecipes(db, type, 2);
  const someFail = await runBatch(db, type, { all_jobs: true });
  for (const id of [allFail, someFail]) await expand(db, (await retryBatch(db, ada, id)).id);
  await retryBatch(db, ada, someFail);
}

async function stopInEveryState(db: Db, type: { id: number; name: string }): Promise<void> {
  for (let i = 0; i < 3; i++) await makeRecipe(db, type, { jobs: { parse: "FAILED", merge: "CANCELED" }, created: "2016-03-01T00:00:00Z" });
  const ids: number[] = [];
  for (let i = 0; i < 5; i++) ids.push(await submit(db, type, { all_jobs: i % 2 === 0, priority: i }));
  const [, begun, paused, canceled, failed] = ids as [number, number, number, number, number];
  for (const id of [begun, paused, failed]) await begin(db, id);
  await pauseBatch(db, ada, paused, null);
  await expandOneChunk(db, canceled);
  const another = await submit(db, type);
  await cancelBatch(db, ada, another, 'for "no" reason\n\\ 💥');
  await failBatch(db, failed);
}

/** Rows without anything that belongs to them, many of them alike. */
async function insertPlainRows(db: Db, typeIds: readonly number[]): Promise<void> {
  const titles = [null, "", "april", "April", "% _ \\ '\"", "\u2028\u0001 ünï\n💥", "zulu"];
  const statuses = ["SUBMITTED", "CREATING", "PAUSED", "CREATED", "CANCELED", "FAILED"];
  const rows = Array.from({ length: 14 }, (_, i) => ({
    title: titles[i % titles.length] ?? null,
    status: statuses[i % statuses.length] as string,
    created: `2016-02-0${1 + (i % 3)}T00:00:00.${i % 2 === 0 ? "000001" : "5"}Z`,
    last_modified: `2016-02-0${1 + (i % 4)}T00:00:00.00000${i % 2}Z`,
    created_count: i % 3,
    failed_count: i % 2,
    total_count: (i * 3) % 7,
    recipe_type_id: typeIds[i % typeIds.length] as number,
    created_by: i % 2 === 0 ? "ada" : "Anonymous",
  }));
  await insertBatches(db, 0, rows);
}

/** What no use case leaves behind, but a catalogue from elsewhere may have. */
const finish = [
  "UPDATE recipe_type SET title = NULL, description = NULL, archived = now() WHERE NOT is_active",
  "INSERT INTO error (name, title, description, category) VALUES ('bad-data', NULL, NULL, 'DATA'), ('vanished', 'Vanished', 'Was lost', 'SYSTEM')",
  "UPDATE job SET error_id = (SELECT id FROM error WHERE name = CASE job.id % 2 WHEN 0 THEN 'vanished' ELSE 'bad-data' END) WHERE status = 'FAILED'",
  `UPDATE job SET status = (ARRAY['PENDING', 'BLOCKED', 'QUEUED', 'RUNNING', 'FAILED', 'COMPLETED', 'CANCELED'])[1 + id % 7],
    started = CASE WHEN id % 3 = 0 THEN now() END, queued = CASE WHEN id % 4 = 0 THEN now() END, num_exes = id % 4 WHERE id % 5 = 0`,
  "UPDATE recipe SET completed = NULL WHERE id % 4 = 0",
  "UPDATE batch SET creator_job_id = NULL WHERE id % 6 = 0",
  "INSERT INTO batch_job (batch_id, job_id) SELECT max(id), NULL FROM batch",
  "UPDATE batch SET description = 'Described ' || id WHERE id % 3 = 0",
  // No work has started, so that nothing is estimated: an estimate is another one a millisecond later.
  `UPDATE batch SET work_state = (ARRAY['WAITING', 'RUNNING', 'HELD', 'SUCCEEDED', 'FAILED', 'CANCELED'])[1 + id % 6], work_started = NULL,
    work_finished = CASE WHEN id % 6 > 2 THEN last_modified END, max_running_jobs = CASE WHEN id % 4 = 0 THEN 1 END`,
  `INSERT INTO batch_event (batch_id, "from", "to", actor, is_work) SELECT id, 'WAITING', 'RUNNING', 'ada', true FROM batch WHERE id % 2 = 0`,
  `INSERT INTO job_exe (job_id, exe_num, status, worker, token_hash, lease_seconds, lease_expires, times_out, started, ended, error_id, message)
    SELECT j.id, n, CASE n WHEN 1 THEN 'FAILED' ELSE 'RUNNING' END, 'w' || n, '', 60, now(), now(), now(), CASE n WHEN 1 THEN now() END,
      CASE n WHEN 1 THEN e.id END, CASE n WHEN 1 THEN 'It has failed' END
    FROM job j, generate_series(1, 2) AS n, error e WHERE j.id % 3 = 0 AND e.name = 'vanished'`,
  "INSERT INTO worker (name, last_seen) VALUES ('w1', now()), ('w2', now()), ('old', now() - interval '2 hours')",
  "UPDATE job_type SET is_paused = true, max_running = 3 WHERE id % 4 = 0",
];
