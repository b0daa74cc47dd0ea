import pino from "pino";
import { afterAll, expect } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { createBatch } from "../../src/domain/batch/create/createBatch.js";
import { validateBatch } from "../../src/domain/batch/create/validateBatch.js";
import { startWorker } from "../../src/worker/startWorker.js";
import type { TestType } from "./catalogue.js";
import { ada } from "./catalogue.js";

const soon = { timeout: 40_000, interval: 10 };

/** A worker of the test file's own, over connections of its own, that can be stopped and started again. */
export interface TestWorker {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Waits until no work is queued or in hand: nothing more will be made. */
  settled(): Promise<void>;
}

export function useWorker(database: () => Database, concurrency = 2, webhookNetworks: readonly string[] = []): TestWorker {
  let stopCurrent: (() => Promise<void>) | undefined;
  const worker: TestWorker = {
    start: async () => {
      const own = openDatabase(database().url, concurrency + 4);
      const running = await startWorker(own, { concurrency, webhookNetworks, log: pino({ level: "silent" }) });
      stopCurrent = async () => {
        await running.stop();
        await own.close();
      };
    },
    stop: async () => {
      const stop = stopCurrent;
      stopCurrent = undefined;
      await stop?.();
    },
    settled: async () => {
      const text = "SELECT count(*)::int AS count FROM graphile_worker._private_jobs";
      await expect.poll(async () => (await database().query<{ count: number }>({ text }))[0]?.count, soon).toBe(0);
    },
  };
  afterAll(() => worker.stop());
  return worker;
}

/**
 * Creates a batch whose recipes stand in slices of one each, so that it is made in many small chunks.
 * @returns its id
 */
export async function submitInSlices(database: Database, type: TestType, definition: unknown): Promise<number> {
  return database.transaction(async (tx) => {
    const input = { recipeTypeId: type.id, title: null, description: null, definition };
    const { planToken } = await validateBatch(tx, input);
    const { id } = await createBatch(tx, ada, input, { planToken });
    const text = `
      WITH whole AS (DELETE FROM batch_slice WHERE batch_id = $1::int RETURNING *)
      INSERT INTO batch_slice (batch_id, recipe_type_rev_id, recipe_ids)
      SELECT batch_id, recipe_type_rev_id, ARRAY[recipe_id] FROM whole, unnest(recipe_ids) AS recipe_id`;
    await tx.query({ text }, [id]);
    return id;
  });
}

/** Waits until a batch has made, or failed to make, so many recipes, or has ended. */
export async function whenDone(database: Database, batchId: number, recipes: number): Promise<void> {
  const isSo = async () => {
    const { createdCount, failedCount, status } = await database.prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
    return createdCount + failedCount >= recipes || ["CREATED", "CANCELED", "FAILED"].includes(status);
  };
  await expect.poll(isSo, { timeout: 40_000, interval: 1 }).toBe(true);
}

/** Waits until a batch has come to a status. */
export async function whenStatus(database: Database, batchId: number, status: string): Promise<void> {
  await expect.poll(async () => (await database.prisma.batch.findUniqueOrThrow({ where: { id: batchId } })).status, soon).toBe(status);
}

/** What a batch has done, in rows. */
export interface Traces {
  readonly created: number;
  readonly failed: number;
  /** Of the jobs that it made, by status. */
  readonly made: Readonly<Record<string, number>>;
  /** Of the jobs that it kept. */
  readonly kept: Readonly<Record<string, number>>;
}

export async function tracesOf(database: Database, batchId: number): Promise<Traces> {
  const { prisma } = database;
  const created = await prisma.batchRecipe.count({ where: { batchId, recipeId: { not: null } } });
  const failed = await prisma.batchRecipe.count({ where: { batchId, recipeId: null } });
  const text = `SELECT x.is_original AS "isOriginal", j.status, count(*)::int AS count
    FROM batch_job x JOIN job j ON j.id = x.job_id WHERE x.batch_id = $1::int GROUP BY 1, 2`;
  const rows = await database.query<{ isOriginal: boolean; status: string; count: number }>({ text }, [batchId]);
  const of = (isOriginal: boolean) =>
    Object.fromEntries(rows.filter((row) => row.isOriginal === isOriginal).map(({ status, count }) => [status, count]));
  return { created, failed, made: of(true), kept: of(false) };
}
