import { openDatabase } from "../../../src/db/database.js";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { warmUpType } from "../dataset/recipes.js";
import { residentMemory } from "../processes.js";
import { type ServerProcess, startWorker } from "../serverProcess.js";
import { type RowCounts, rowsMade } from "./rowsMade.js";

/** How a batch was expanded. */
export interface CreatorRun {
  /** Recipes a second, from the batch's creation to its end. */
  readonly rate: number;
  /** Recipes in each of the worker's transactions, and how long that took from BEGIN to COMMIT in milliseconds. */
  readonly chunks: readonly { readonly recipes: number; readonly milliseconds: number }[];
  /** MiB of the first worker: warm, after 10,000 recipes, and the most. */
  readonly memory: { readonly warm: number; readonly early: number; readonly most: number };
  readonly rows: RowCounts;
}

/** Which processes expand the batch. */
export interface Workers {
  readonly processes: number;
  /** Of each process. */
  readonly concurrency: number;
}

const pollMilliseconds = 50;
const earlyRecipes = 10_000;

/** Worker processes that are warm. */
export interface Creator {
  /** Re-processes all recipes of a type with all of their jobs. */
  run(typeName: string): Promise<CreatorRun>;
  stop(): Promise<void>;
}

/** Starts workers and lets them re-process some recipes. */
export async function startCreator(databaseUrl: string, { processes, concurrency }: Workers): Promise<Creator> {
  const database = openDatabase(databaseUrl, 4);
  const env = { WORKER_CONCURRENCY: String(concurrency) };
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorker({ databaseUrl, env })));
  const [first] = workers as [ServerProcess];
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await database.close();
  };
  try {
    await expand(warmUpType, () => Promise.resolve());
  } catch (error) {
    await stop();
    throw error;
  }
  return { run, stop };

  async function run(typeName: string): Promise<CreatorRun> {
    await database.pool.query("CHECKPOINT");
    const rowsOf = await rowsMade(database.pool);
    const warm = await residentMemory(first.pid);
    let [early, most] = [Number.NaN, warm];
    const start = performance.now();
    const { id, recipes } = await expand(typeName, async (done) => {
      const memory = await residentMemory(first.pid);
      most = Math.max(most, memory);
      if (Number.isNaN(early) && done >= earlyRecipes) early = memory;
    });
    const rate = (recipes * 1000) / (performance.now() - start);
    const { rows: chunks } = await database.pool.query(
      `SELECT count(*)::int AS recipes, extract(epoch FROM pg_xact_commit_timestamp(xmin) - min(created))::float8 * 1000 AS milliseconds
       FROM batch_recipe WHERE batch_id = $1 GROUP BY xmin::text, xmin`,
      [id],
    );
    return { rate, chunks, memory: { warm, early, most }, rows: await rowsOf() };
  }

  /** Creates a batch, and waits for its end. */
  async function expand(typeName: string, watch: (done: number) => Promise<void>): Promise<{ id: number; recipes: number }> {
    const { id: recipeTypeId } = await database.prisma.recipeType.findFirstOrThrow({ where: { name: typeName } });
    const input = { recipeTypeId, title: null, description: null, definition: { all_jobs: true } };
    const { id } = await createBatch(database, { name: "bench", role: "OPERATOR" }, input);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
      const { rows } = await database.pool.query("SELECT status, created_count, failed_count FROM batch WHERE id = $1", [id]);
      const [{ status, created_count: made, failed_count: failed }] = rows as [
        { status: string; created_count: number; failed_count: number },
      ];
      if (status === "FAILED" || failed > 0) throw new Error(`The batch is ${status} with ${failed} failed recipes`);
      await watch(made);
      if (status === "CREATED") return { id, recipes: made };
    }
  }
}
