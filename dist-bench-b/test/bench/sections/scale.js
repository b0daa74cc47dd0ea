import pg from "pg";
import { openDatabase } from "../../../src/db/database.js";
import { pruneSuperseded } from "../../../src/domain/prune/pruneSuperseded.js";
import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import { createThreeJobType } from "../dataset/recipeTypes.js";
import { bytesOf, readSizes } from "../scale/readSizes.js";
import { runBatch, timed } from "../scale/runBatch.js";
import { short } from "../statistics.js";
/** Batches over all recipes, one after the other: each job but those of the last one is superseded. */
const batches = 3;
const billion = 1e9;
const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };
/**
 * What tables and indexes take as jobs grow in number, what a job's life writes, how long vacuum takes, and what pruning gives back; and from
 * that, what 1,000,000,000 jobs take. Sizes grow with the rows, and the levels of an index with their logarithm.
 */
export const section = async (bench) => {
    
    await measureGrowth(bench);
};
/** Recipes that are loaded, with their jobs: many more of them, to see how rows and indexes grow. */
async function measureGrowth({ options, databases, report }) {
    const recipes = options.large ? 3_000_000 : options.quick ? 45_000 : 900_000;
    await withDatabase(databases, async (database, recipeTypeId) => {
        const stages = [];
        for (const share of [9, 3, 1]) {
            const loaded = recipes / share;
            const before = (stages.at(-1)?.jobs ?? 0) / 3;
            await makeRecipes(database, { recipeTypeId, count: loaded - before, ...range });
            const { seconds } = await timed(database, () => vacuumAll(database));
            report.note(`${count(3 * loaded)} jobs are loaded; VACUUM ANALYZE took ${short(seconds)} s`);
            stages.push({ jobs: 3 * loaded, sizes: await readSizes(database) });
        }
        const growing = ({ name }) => !/^batch_|^job_exe|_(queue|running)_idx$/.test(name);
        const sizeOf = (stage, name) => stage.sizes.find((size) => size.name === name);
        report.table("Bytes for each row of what was loaded, and the levels of indexes", ["", ...stages.map(({ jobs }) => `at ${count(jobs)} jobs`), "levels"], (stages[0]?.sizes ?? []).filter(growing).flatMap(({ name, indexes }) => [
            [name, ...stages.map((stage) => sizeOf(stage, name)).map(({ heapBytes, rows }) => short(heapBytes / rows)), ""],
            ...indexes.filter(growing).map((index) => {
                const its = stages.map((stage) => ({
                    rows: sizeOf(stage, name).rows,
                    ...sizeOf(stage, name).indexes.find((one) => one.name === index.name),
                }));
                return [`– ${index.name}`, ...its.map(({ bytes = 0, rows }) => short(bytes / rows)), its.map(({ levels }) => levels).join(" → ")];
            }),
        ]));
    });
}
/** Works in a database of its own, which is then dropped. */
async function withDatabase(databases, work) {
    const database = openDatabase(await databases.copy({ name: "empty", fill: async () => { } }, "scale"), 4);
    try {
        await database.pool.query("CREATE EXTENSION pageinspect; CREATE EXTENSION pgstattuple");
        await work(database, await createThreeJobType(database, "chain"));
    }
    finally {
        await database.close();
        await databases.drop("scale");
    }
}
/** Batches one after the other over all recipes, with the lives of all their jobs. */
async function measureLives({ options, databases, report }) {
    const recipes = options.large ? 500_000 : options.quick ? 20_000 : 60_000;
    await withDatabase(databases, async (database, recipeTypeId) => {
        await makeRecipes(database, { recipeTypeId, count: recipes, ...range });
        const stages = [];
        const lives = [];
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
        report.table(`A batch's jobs, by how many jobs there are after it`, ["jobs", "made/s", "WAL bytes each", "worked off/s", "WAL bytes each", "VACUUM ANALYZE s", "s for a million jobs"], lives);
        report.table("Bytes for each row, and what 1,000,000,000 jobs take", ["", ...stages.map(({ jobs }) => `at ${count(jobs)} jobs`), "rows at 1e9 jobs", "GB at 1e9 jobs", "levels, now → then"], sizesTable(stages));
        const last = stages.at(-1);
        const total = last.sizes.reduce((sum, size) => sum + bytesOf(size), 0);
        report.note(`All of it: ${short(total / last.jobs)} bytes a job, ${gigabytes((total / last.jobs) * billion)} GB at 1,000,000,000 jobs`);
        const before = stages.at(-1);
        const pruning = await timed(database, () => pruneSuperseded(database, 0, false, new AbortController().signal));
        await vacuumAll(database);
        const after = await readSizes(database);
        const pruned = (batches - 1) * 3 * recipes;
        report.table(`npm run prune, of ${count(pruned)} superseded jobs with an execution each`, ["jobs/s", "WAL bytes a job", "table", "MB with indexes, before", "after", "rows before", "after", "free space in its pages, after"], await Promise.all(["job", "job_exe", "recipe_file"].map(async (name, i) => {
            const [was, is] = [before.sizes, after].map((sizes) => sizes.find((size) => size.name === name));
            const speed = i === 0 ? [short(pruned / pruning.seconds), short(pruning.wal / pruned)] : ["", ""];
            const [wasSize, isSize] = [was, is];
            return [
                ...speed,
                ...[name, megabytes(wasSize), megabytes(isSize), count(wasSize.rows), count(isSize.rows)],
                await freeShare(database, name),
            ];
        })));
    });
}
/** On a connection of its own, because those of the pool give no statement more than two minutes. */
async function vacuumAll({ url }) {
    const client = new pg.Client(url);
    await client.connect();
    try {
        await client.query("VACUUM ANALYZE");
    }
    finally {
        await client.end();
    }
}
async function freeShare({ pool }, table) {
    const { rows } = await pool.query("SELECT approx_free_percent AS free FROM pgstattuple_approx($1::regclass)", [table]);
    return `${Math.round(rows[0].free)} %`;
}
/** Bytes a row at each stage, and what becomes of the last stage's at 1,000,000,000 jobs. */
function sizesTable(stages) {
    const last = stages.at(-1);
    const grown = (size) => (size.rows / last.jobs) * billion;
    const line = (name, rows, bytes, levels) => {
        const size = last.sizes.find((each) => each.name === name);
        const eachStage = stages.map(({ sizes }) => sizes.find((each) => each.name === name));
        return [...eachStage.map((each) => short(bytes(each) / each.rows)), count(rows), gigabytes((bytes(size) / size.rows) * rows), levels];
    };
    return last.sizes.flatMap((size) => [
        [size.name, ...line(size.name, grown(size), ({ heapBytes }) => heapBytes, "")],
        ...size.indexes.map(({ name, bytes, levels }) => {
            // Their entries leave them when jobs have run: they grow with the queue, not with the table.
            const isTransient = /_(queue|running)_idx$/.test(name);
            const its = (each) => each.indexes.find((index) => index.name === name)?.bytes ?? 0;
            const pages = bytes / 8192;
            // What an index's inner pages lead to is about the same for all of its levels.
            const fanOut = pages ** (1 / Math.max(1, levels - 1));
            const grownPages = (pages / size.rows) * grown(size);
            const grownLevels = Math.max(levels, 1 + Math.ceil(Math.log(grownPages) / Math.log(Math.max(fanOut, 200))));
            return [`– ${name}`, ...line(size.name, isTransient ? 0 : grown(size), its, isTransient ? "" : `${levels} → ${grownLevels}`)];
        }),
    ]);
}
const count = (n) => Math.round(n).toLocaleString("en");
const megabytes = (size) => count(bytesOf(size) / 1e6);
const gigabytes = (bytes) => count(bytes / 1e9);
