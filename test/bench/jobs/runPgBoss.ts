import PgBoss from "pg-boss";
import { warmUp } from "../dataset/work.js";
import { jobsAtOnce, timeWorkers, vacuum, type WorkRun, workers } from "./jobWorkers.js";

const queue = "jobs";
const insertedAtOnce = 5000;

/** Lets pg-boss make as many jobs, without dependents, and work them off: by fetch and complete, both by the hundred. Others warm it up. */
export async function runPgBoss(databaseUrl: string, count: number): Promise<WorkRun> {
  // What it does besides, now and then, is left out.
  const settings = { connectionString: databaseUrl, max: 1, supervise: false, schedule: false };
  const bosses = Array.from({ length: workers }, () => new PgBoss(settings));
  try {
    for (const boss of bosses) await boss.start();
    const [first] = bosses as [PgBoss];
    await first.createQueue(queue);
    await workOff(bosses, databaseUrl, 3 * warmUp.recipes);
    return await workOff(bosses, databaseUrl, count);
  } finally {
    await Promise.all(bosses.map((boss) => boss.stop({ graceful: false })));
  }
}

async function workOff(bosses: readonly PgBoss[], databaseUrl: string, count: number): Promise<WorkRun> {
  const data = { version: "1.0", input_data: [{ name: "scene", file_id: 1 }], workspace_id: 1 };
  for (let made = 0; made < count; made += insertedAtOnce) {
    await bosses[0]?.insert(Array.from({ length: Math.min(insertedAtOnce, count - made) }, () => ({ name: queue, data })));
  }
  await vacuum(databaseUrl);
  return timeWorkers(count, async (worker) => {
    const boss = bosses[worker] as PgBoss;
    for (let done = 0; ; ) {
      const jobs = await boss.fetch(queue, { batchSize: jobsAtOnce });
      if (jobs.length === 0) return done;
      await boss.complete(
        queue,
        jobs.map(({ id }) => id),
      );
      done += jobs.length;
    }
  });
}
