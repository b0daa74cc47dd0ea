import { openDatabase } from "../../../src/db/database.js";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { warmUpType } from "../dataset/recipes.js";
import { residentMemory } from "../processes.js";
import { startWorker } from "../serverProcess.js";
import { rowsMade } from "./rowsMade.js";
const pollMilliseconds = 50;
const earlyRecipes = 10_000;
/** Starts workers and lets them re-process some recipes. */
export async function startCreator(databaseUrl, { processes, concurrency }) {
    const database = openDatabase(databaseUrl, 4);
    const env = { WORKER_CONCURRENCY: String(concurrency) };
    const workers = await Promise.all(Array.from({ length: processes }, () => startWorker({ databaseUrl, env })));
    const [first] = workers;
    const stop = async () => {
        await Promise.all(workers.map((worker) => worker.stop()));
        await database.close();
    };
    try {
        await expand(warmUpType, () => Promise.resolve());
    }
    catch (error) {
        await stop();
        throw error;
    }
    return { run, stop };
    async function run(typeName) {
        await database.pool.query("CHECKPOINT");
        const rowsOf = await rowsMade(database.pool);
        const warm = await residentMemory(first.pid);
        let [early, most] = [Number.NaN, warm];
        const start = performance.now();
        const { id, recipes } = await expand(typeName, async (done) => {
            const memory = await residentMemory(first.pid);
            most = Math.max(most, memory);
            if (Number.isNaN(early) && done >= earlyRecipes)
                early = memory;
        });
        const rate = (recipes * 1000) / (performance.now() - start);
        const { rows: chunks } = await database.pool.query(`SELECT count(*)::int AS recipes, extract(epoch FROM pg_xact_commit_timestamp(xmin) - min(created))::float8 * 1000 AS milliseconds
       FROM batch_recipe WHERE batch_id = $1 GROUP BY xmin::text, xmin`, [id]);
        return { rate, chunks, memory: { warm, early, most }, rows: await rowsOf() };
    }
    /** Creates a batch, and waits for its end. */
    async function expand(typeName, watch) {
        const { id: recipeTypeId } = await database.prisma.recipeType.findFirstOrThrow({ where: { name: typeName } });
        const input = { recipeTypeId, title: null, description: null, definition: { all_jobs: true } };
        const { id } = await createBatch(database, { name: "bench", role: "OPERATOR" }, input);
        for (;;) {
            await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
            const { rows } = await database.pool.query("SELECT status, created_count, failed_count FROM batch WHERE id = $1", [id]);
            const [{ status, created_count: made, failed_count: failed }] = rows;
            if (status === "FAILED" || failed > 0)
                throw new Error(`The batch is ${status} with ${failed} failed recipes`);
            await watch(made);
            if (status === "CREATED")
                return { id, recipes: made };
        }
    }
}
