import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { readMigrations } from "../../src/db/readMigrations.js";
import { pruneSuperseded } from "../../src/domain/prune/pruneSuperseded.js";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import type { PagesByWideKeysQuery } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { expectSoundWork } from "../support/soundWork.js";

const database = useDatabase();
const { query } = useGraphql(database);
const server = useServerObjects();

const pages = graphql(`
  query PagesByWideKeys($id: ID!, $after: String) {
    batch(id: $id) {
      jobs(first: 4, after: $after) { nodes { job { databaseId recipes { jobs { jobName } } } } pageInfo { endCursor hasNextPage } }
    }
  }
`);

it("the keys of links go beyond 32 bits: recipes are made, the jobs of a batch are read page by page, and links are pruned", async () => {
  const type = await makeType(database(), "parse mask<parse");
  const sequences = ["recipe_job_id_seq", "batch_job_id_seq", "recipe_file_id_seq"];
  for (const sequence of sequences) await database().pool.query(`ALTER SEQUENCE ${sequence} RESTART 2147483645`);
  await makeManyRecipes(database(), type, 3);
  const id = await runBatch(database(), type, { job_names: ["mask"] });
  const jobIds: number[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const page: PagesByWideKeysQuery = await query(pages, { id, after });
    const { jobs } = page.batch ?? {};
    jobIds.push(...(jobs?.nodes ?? []).map(({ job }) => job.databaseId));
    expect(jobs?.nodes.map(({ job }) => job.recipes.map((recipe) => recipe.jobs.map(({ jobName }) => jobName)))).not.toContainEqual([[]]);
    [after, isMore] = [jobs?.pageInfo.endCursor ?? null, jobs?.pageInfo.hasNextPage === true];
  }
  expect(new Set(jobIds).size).toBe(6);
  for (const table of ["recipe_job", "batch_job", "recipe_file"]) {
    const { rows } = await database().pool.query(`SELECT max(id)::float8 AS last FROM ${table}`);
    expect([table, rows[0].last > 2 ** 31]).toEqual([table, true]);
  }
  await expectSoundWork(database());
  await runBatch(database(), type, { job_names: ["mask"] });
  expect(await pruneSuperseded(database(), 0, false, new AbortController().signal)).toMatchObject({ recipeFiles: 6 });
});

/** The statements of a section of the document for operators. */
async function documented(heading: string): Promise<string[]> {
  const document = await readFile(new URL("../../docs/operations.md", import.meta.url), "utf8");
  const section = document.split("\n## ").find((one) => one.startsWith(heading)) ?? "";
  return [...section.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = ""]) => sql);
}

/** What tells of the tables' keys. */
const keys = `
  SELECT c.table_name, c.data_type, c.is_nullable, c.column_default,
    (SELECT array_agg(indexdef ORDER BY indexname) FROM pg_indexes i WHERE i.schemaname = 'public' AND i.tablename = c.table_name) AS indexes,
    pg_get_serial_sequence(c.table_name, 'id') AS sequence
  FROM information_schema.columns c
  WHERE c.table_schema = 'public' AND c.column_name = 'id' AND c.table_name IN ('recipe_job', 'batch_job', 'recipe_file') ORDER BY 1`;

it("the keys can be widened beforehand as the documents say, while rows are added, and then the migration writes no table anew", async () => {
  const steps = await documented("Keys of 64 bits");
  expect(steps).toHaveLength(4);

  const url = await server.emptyDatabase();
  const migrations = await readMigrations();
  const place = migrations.findIndex(({ name }) => name.includes("_wider_keys"));
  for (const { script } of migrations.slice(0, place)) await server.run(url, script);
  const add = `
    INSERT INTO trigger_event (type) VALUES ('USER');
    INSERT INTO recipe_type (name, version, definition) SELECT 'scene', count(*)::text, '{}' FROM recipe_type;
    INSERT INTO recipe_type_revision (recipe_type_id, revision_num, definition) SELECT max(id), 1, '{}' FROM recipe_type;
    INSERT INTO recipe (recipe_type_id, recipe_type_rev_id, event_id) SELECT max(recipe_type_id), max(id), (SELECT max(id) FROM trigger_event) FROM recipe_type_revision;
    INSERT INTO job_type (name, version, interface) SELECT 'read', count(*)::text, '{}' FROM job_type;
    INSERT INTO job_type_revision (job_type_id, revision_num, interface) SELECT max(id), 1, '{}' FROM job_type;
    INSERT INTO job (job_type_id, job_type_rev_id, event_id) SELECT max(job_type_id), max(id), (SELECT max(id) FROM trigger_event) FROM job_type_revision;
    INSERT INTO batch (recipe_type_id, event_id, definition) SELECT max(id), (SELECT max(id) FROM trigger_event), '{}' FROM recipe_type;
    INSERT INTO scale_file (file_name, media_type) VALUES ('f', 'text/plain');
    INSERT INTO recipe_file (recipe_id, scale_file_id) SELECT (SELECT max(id) FROM recipe), max(id) FROM scale_file;
    INSERT INTO recipe_job (recipe_id, job_id, job_name) SELECT (SELECT max(id) FROM recipe), max(id), 'read' FROM job;
    INSERT INTO batch_job (batch_id, job_id) SELECT (SELECT max(id) FROM batch), max(id) FROM job;`;
  await server.run(url, add);
  for (const table of ["recipe_job", "batch_job", "recipe_file"]) {
    for (const step of steps) {
      // An index is not built CONCURRENTLY where statements are sent together.
      const texts = /^(BEGIN|DO)/.test(step) ? [step] : step.split(/;\n/).filter((text) => text !== "");
      for (const text of texts.map((one) => (table === "batch_job" ? one : one.replace(/^.*batch_job_wide_of_batch.*$/m, "")))) {
        await server.run(url, text.replaceAll("recipe_job", table).replaceAll("100000", "1"));
      }
      await server.run(url, add);
    }
  }
  const files = `SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relname IN ('recipe_job', 'batch_job', 'recipe_file') ORDER BY 1`;
  const before = await server.run(url, files);
  for (const { script } of migrations.slice(place)) await server.run(url, script);
  expect(await server.run(url, files)).toEqual(before);
  const own = openDatabase(url, 1);
  const read = async ({ pool }: Pick<typeof own, "pool">) => (await pool.query(keys)).rows;
  expect(await read(own)).toEqual(await read(database()));
  await own.close();
  const [count] = await server.run(
    url,
    "SELECT count(*)::int AS rows, count(DISTINCT id)::int AS keys, min(id)::int AS first, max(id)::int AS last FROM batch_job",
  );
  expect(count).toEqual({ rows: 13, keys: 13, first: 1, last: 13 });
});

it("the times of recipes can be filled beforehand as the documents say, and are filled by the migration where they were not", async () => {
  const steps = await documented("Times of recipes");
  expect(steps).toHaveLength(2);
  const migrations = await readMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith("_recipe_times"));
  for (const isDoneBeforehand of [true, false]) {
    const url = await server.emptyDatabase();
    for (const { script } of migrations.slice(0, place)) await server.run(url, script);
    await server.run(
      url,
      `INSERT INTO trigger_event (type) VALUES ('USER');
      INSERT INTO recipe_type (name, version, definition) VALUES ('scene', '1', '{}');
      INSERT INTO recipe_type_revision (recipe_type_id, revision_num, definition) VALUES (1, 1, '{}');
      INSERT INTO recipe (recipe_type_id, recipe_type_rev_id, event_id, is_superseded) VALUES (1, 1, 1, false), (1, 1, 1, false), (1, 1, 1, true);
      INSERT INTO scale_file (file_name, media_type, data_started, data_ended)
        VALUES ('a', '', '2016-01-02Z', '2016-01-01Z'), ('b', '', NULL, '2016-01-03Z'), ('c', '', NULL, NULL);
      INSERT INTO recipe_file (recipe_id, scale_file_id) VALUES (1, 1), (1, 2), (2, 3), (3, 1);`,
    );
    if (isDoneBeforehand) for (const step of steps) await server.run(url, step);
    const times = `SELECT source_started::date::text AS started, source_ended::date::text AS ended FROM recipe ORDER BY id`;
    const filled = [{ started: "2016-01-01", ended: "2016-01-03" }, ...Array(2).fill({ started: null, ended: null })];
    if (isDoneBeforehand) expect(await server.run(url, times)).toEqual(filled);
    for (const { script } of migrations.slice(place)) await server.run(url, script);
    expect(await server.run(url, times)).toEqual(filled);
  }
});

it("the index of jobs that run or went wrong can be made beforehand as the documents say, and then the migration leaves it as it is", async () => {
  const steps = await documented("The index of jobs");
  expect(steps).toHaveLength(1);
  const url = await server.emptyDatabase();
  const migrations = await readMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith("_few_jobs"));
  for (const { script } of migrations.slice(0, place)) await server.run(url, script);
  for (const step of steps) await server.run(url, step);
  const made = "SELECT indexdef, pg_relation_filenode('job_few_idx'::regclass) AS file FROM pg_indexes WHERE indexname = 'job_few_idx'";
  const before = await server.run(url, made);
  for (const { script } of migrations.slice(place)) await server.run(url, script);
  expect(await server.run(url, made)).toEqual(before);
  const { rows } = await database().pool.query(made);
  expect(rows).toMatchObject([{ indexdef: before[0].indexdef }]);
});
