import pg from "pg";
import { type Database, openDatabase } from "../../../src/db/database.js";
import { pruneSuperseded } from "../../../src/domain/prune/pruneSuperseded.js";
import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import type { Bench, Section } from "../bench.js";
import type { Databases } from "../dataset/databases.js";
import { createThreeJobType } from "../dataset/recipeTypes.js";
import { bytesOf, readSizes, type TableSize } from "../scale/readSizes.js";
import { runBatch, timed } from "../scale/runBatch.js";
import { short } from "../statistics.js";

/** Batches over all recipes, one after the other: each job but those of the last one is superseded. */
const batches = 3;
const billion = 1e9;
const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };

/** One stage: the database as it is after so many jobs. */
interface Stage {
  readonly jobs: number;
  readonly sizes: readonly TableSize[];
}

/**
 * What tables and indexes take as jobs grow in number, what a job's life writes, how long vacuum takes, and what pruning gives back; and from
 * that, what 1,000,000,000 jobs take. Sizes grow with the rows, and the levels of an index with their logarithm.
 */
export const section: Section = async (bench) => {
  await measureLives(bench);
  await measureGrowth(bench);
};

/** Recipes that are loaded, with their jobs: many more of them, to see how rows and indexes grow. */
async function measureGrowth({ options, databases, report }: Bench): Promise<void> {
  const recipes = options.large ? 3_000_000 : options.quick ? 45_000 : 450_000;
  await withDatabase(databases, async (database, recipeTypeId) => {
    const stages: Stage[] = [];
    for (const share of [9, 3, 1]) {
      const loaded = recipes / share;
      const before = (stages.at(-1)?.jobs ?? 0) / 3;
      await makeRecipes(database, { recipeTypeId, count: loaded - before, ...range });
      const { seconds } = await timed(database, () => vacuumAll(database));
      report.note(`${count(3 * loaded)} jobs are loaded; VACUUM ANALYZE took ${short(seconds)} s`);
      stages.push({ jobs: 3 * loaded, sizes: await readSizes(database) });
    }
    const growing = ({ name }: { readonly name: string }) => !/^batch_|^job_exe|_(queue|few|running)_idx$/.test(name);
    report.table(
      "Bytes for each row of what was loaded, and the levels of indexes",
      ["", ...stages.map(({ jobs }) => `at ${count(jobs)} jobs`), "levels"],
      (stages[0]?.sizes ?? []).filter(growing).flatMap(({ name, indexes }) => [
        [name, ...stages.map((stage) => sizeOf(stage, name)).map(({ heapBytes, rows }) => short(heapBytes / rows)), ""],
        ...indexes.filter(growing).map((index) => {
          const its = stages.map((stage) => ({
            rows: sizeOf(stage, name).rows,
            ...sizeOf(stage, name).indexes.find((one) => one.name === index.name),
          }));
          return [`– ${index.name}`, ...its.map(({ bytes = 0, rows }) => short(bytes / rows)), its.map(({ levels }) => levels).join(" → ")];
        }),
      ]),
    );
  });
}

/** Works in a database of its own, which is then dropped. */
async function withDatabase(databases: Databases, work: (database: Database, recipeTypeId: number) => Promise<void>): Promise<void> {
  const database = openDatabase(await databases.copy({ name: "empty", fill: async () => {} }, "scale"), 4);
  try {
    await database.pool.query("CREATE EXTENSION pageinspect; CREATE EXTENSION pgstattuple");
    await work(database, await createThreeJobType(database, "chain"));
  } finally {
    await database.close();
    await databases.drop("scale");
  }
}

/** Batches one after the other over all recipes, with the lives of all their jobs. */
async function measureLives({ options, databases, report }: Bench): Promise<void> {
  const recipes = options.large ? 500_000 : options.quick ? 20_000 : 60_000;
  await withDatabase(databases, async (database, recipeTypeId) => {
    await makeRecipes(database, { recipeTypeId, count: recipes, ...range });
    const stages: Stage[] = [];
    const lives: string[][] = [];
    for (let batch = 1; batch <= batches; batch++) {
      const { expansion, life } = await runBatch(database, recipeTypeId);
      const vacuum = await timed(database, () => vacuumAll(database));
      const jobs = (batch + 1) * 3 * recipes;
      const each = 3 * recipes;
      lives.push([
        count(jobs),
        ...[each / expansion.seconds, expansion.wal / each, each / life.seconds, life.wal / each].map(short),
        ...[vacuum.seconds, (vacuum.seconds * 1e6) / jobs].map(short),
      ]);
      stages.push({ jobs, sizes: await readSizes(database) });
    }
    report.table(
      `A batch's jobs, by how many jobs there are after it`,
      ["jobs", "made/s", "WAL bytes each", "worked off/s", "WAL bytes each", "VACUUM ANALYZE s", "s for a million jobs"],
      lives,
    );
    report.table(
      "Bytes for each row, and what 1,000,000,000 jobs take",
      ["", ...stages.map(({ jobs }) => `at ${count(jobs)} jobs`), "rows at 1e9 jobs", "GB at 1e9 jobs", "levels, now → then"],
      sizesTable(stages),
    );
    const last = stages.at(-1) as Stage;
    const total = last.sizes.reduce((sum, size) => sum + bytesOf(size), 0);
    report.note(`All of it: ${short(total / last.jobs)} bytes a job, ${gigabytes((total / last.jobs) * billion)} GB at 1,000,000,000 jobs`);

    const names = ["job", "job_exe", "recipe_file"];
    const read = async () => {
      const sizes = await readSizes(database);
      return Promise.all(names.map(async (name) => ({ ...sizeOf({ jobs: 0, sizes }, name), free: await freeShare(database, name) })));
    };
    const before = await read();
    const pruned = { jobs: 0, executions: 0 };
    const pruning = await timed(database, async () => {
      Object.assign(pruned, await pruneSuperseded(database, 0, false, new AbortController().signal));
    });
    await vacuumAll(database);
    const after = await read();
    report.note(
      `npm run prune took ${count(pruned.jobs / pruning.seconds)} jobs a second, of ${count(pruned.jobs)}, with ${count(pruned.executions)} executions, and wrote ${short(pruning.wal / pruned.jobs)} bytes of log for each`,
    );
    report.table(
      "What it gave back",
      ["", "MB with indexes", "rows before", "rows after", "free space in its pages before", "after"],
      after.map((size, i) => [size.name, megabytes(size), count(before[i]?.rows ?? 0), count(size.rows), before[i]?.free ?? "", size.free]),
    );
  });
}

/** On a connection of its own, because those of the pool give no statement more than two minutes. */
async function vacuumAll({ url }: Database): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

async function freeShare({ pool }: Database, table: string): Promise<string> {
  const { rows } = await pool.query("SELECT approx_free_percent AS free FROM pgstattuple_approx($1::regclass)", [table]);
  return `${Math.round(rows[0].free)} %`;
}

const sizeOf = ({ sizes }: Stage, name: string): TableSize => sizes.find((size) => size.name === name) as TableSize;

/** Bytes a row at each stage, and what becomes of the last stage's at 1,000,000,000 jobs. */
function sizesTable(stages: readonly Stage[]): string[][] {
  const last = stages.at(-1) as Stage;
  const grown = (size: TableSize) => (size.rows / last.jobs) * billion;
  const line = (name: string, rows: number, bytes: (size: TableSize) => number, levels: string): string[] => {
    const size = sizeOf(last, name);
    const eachStage = stages.map((stage) => sizeOf(stage, name));
    return [...eachStage.map((each) => short(bytes(each) / each.rows)), count(rows), gigabytes((bytes(size) / size.rows) * rows), levels];
  };
  return last.sizes.flatMap((size) => [
    [size.name, ...line(size.name, grown(size), ({ heapBytes }) => heapBytes, "")],
    ...size.indexes.map(({ name, bytes, levels }) => {
      // Their entries leave them when jobs have run: they grow with the queue, not with the table.
      const isTransient = /_(queue|few|running)_idx$/.test(name);
      const its = (each: TableSize) => each.indexes.find((index) => index.name === name)?.bytes ?? 0;
      const pages = bytes / 8192;
      // What an index's inner pages lead to is about the same for all of its levels.
      const fanOut = pages ** (1 / Math.max(1, levels - 1));
      const grownPages = (pages / size.rows) * grown(size);
      const grownLevels = Math.max(levels, 1 + Math.ceil(Math.log(grownPages) / Math.log(Math.max(fanOut, 200))));
      return [`– ${name}`, ...line(size.name, isTransient ? 0 : grown(size), its, isTransient ? "" : `${levels} → ${grownLevels}`)];
    }),
  ]);
}

const count = (n: number): string => Math.round(n).toLocaleString("en");
const megabytes = (size: TableSize): string => count(bytesOf(size) / 1e6);
const gigabytes = (bytes: number): string => count(bytes / 1e9);
