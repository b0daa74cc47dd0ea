import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { unlockDeadWorkers } from "../../src/db/sql/expansion/unlockDeadWorkers.js";
import { startWorker } from "../../src/worker/startWorker.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const soon = { timeout: 40_000, interval: 25 };

/** Starts a worker over connections of its own, whose sweeps fail while `outage.error` is set. @returns what it logs */
async function work(outage: { error?: Error; failed: number }): Promise<string[]> {
  const lines: string[] = [];
  const own = openDatabase(database().url, 8);
  const query: Database["query"] = async (statement, values) => {
    if (!outage.error) return own.query(statement, values);
    // A sweep begins with it. Other loops fail beside it.
    if (statement === unlockDeadWorkers) outage.failed++;
    throw outage.error;
  };
  const worker = await startWorker({ ...own, query }, { concurrency: 1, log: pino({}, { write: (line: string) => lines.push(line) }) });
  onTestFinished(() => worker.stop().then(() => own.close()));
  return lines;
}

test("A worker tells once, in a line, of an outage in which it can't sweep the queue, and again of the next", async () => {
  const away = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  const outage: { error?: Error; failed: number } = { failed: 0 };
  const lines = await work(outage);
  for (const count of [1, 2]) {
    outage.error = away;
    await expect.poll(() => outage.failed, soon).toBe(3 * count);
    const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg.includes("can't be swept"));
    expect(told).toHaveLength(count);
    expect(told.at(-1)).toMatchObject({ level: 40, msg: `The queue can't be swept: ${away.message}` });
    expect(told.at(-1)).not.toHaveProperty("err");
    delete outage.error;
    await new Promise((resolve) => setTimeout(resolve, 2500));
  }
});

test("A worker leaves alone what the workers of another application have in hand that shares the queue", async () => {
  const held = async () => {
    const text = "SELECT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL ORDER BY id";
    return (await database().query<{ worker: string }>({ text })).map(({ worker }) => worker);
  };
  for (const [task, worker] of [
    ["send_mail", "pool-of-another"],
    ["prune_idempotency_keys", "pool-of-ours"],
  ]) {
    await database().query({ text: "SELECT id::text FROM graphile_worker.add_job($1::text, run_at := now() + interval '1 day')" }, [task]);
    const hold = `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - interval '1 min'
      WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = $1)`;
    await database().query({ text: hold }, [task, worker]);
  }
  expect(await held()).toEqual(["pool-of-another", "pool-of-ours"]);
  await work({ failed: 0 });
  await expect.poll(held, soon).toEqual(["pool-of-another"]);
});
