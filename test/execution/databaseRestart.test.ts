import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { startCrashingPostgres } from "../support/crashingPostgres.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { executionsOf, expectSoundWork, mostAtOnce } from "../support/soundWork.js";
import { limitWork, makeWork, statusesOf } from "../support/work.js";
import { askWorkersDoor, type DoorAnswer, type DoorOrder, type DoorReport } from "../support/workerRequests.js";

/** Longer than a lease. */
const outageMilliseconds = 6000;
const leaseSeconds = 5;
const recipes = 300;

/** Asks one gateway or the other until there is an answer, as a worker does that goes on through an outage. */
async function ask(urls: readonly string[], reports: readonly DoorReport[], claim: DoorOrder): Promise<DoorAnswer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await askWorkersDoor(urls[attempt % urls.length] as string, reports, claim);
    } catch (error) {
      if (attempt > 300) throw error;
      await pause(200);
    }
  }
}

test("PostgreSQL restarted under 20 workers: nothing is lost, nothing is run by two, and no try is used up", async () => {
  const server = await startCrashingPostgres();
  const database = openDatabase(server.url, 4);
  onTestFinished(() => database.close());
  await migrate(database);
  await ensureSystemJobType(database);
  const { batchId } = await makeWork(database, "a b<a c<b", recipes);
  await limitWork(database, batchId, 40);
  const urls = await Promise.all([startGatewayOn(server.url), startGatewayOn(server.url)].map((gateway) => gateway.address()));

  let done = 0;
  const work = async (name: number): Promise<void> => {
    let reports: DoorReport[] = [];
    for (let request = 0; done < 3 * recipes; request++) {
      const claim = { worker: `worker-${name}`, max: 5, leaseSeconds, waitSeconds: 1, requestId: `${name}-${request}` };
      const { outcomes, claims } = await ask([...urls.slice(name % 2), ...urls.slice(0, name % 2)], reports, claim);
      for (const outcome of outcomes) expect(outcome).toEqual({ accepted: true, error: null, shouldStop: null });
      done += reports.length;
      reports = claims.map(({ token }) => ({ token, completed: {} }));
    }
  };
  const workers = Promise.all(Array.from({ length: 20 }, (_, name) => work(name)));
  workers.catch(() => {});
  await expect.poll(() => done, { timeout: 60_000, interval: 5 }).toBeGreaterThan(recipes / 2);
  await server.crash();
  const before = done;
  await pause(outageMilliseconds);
  await server.start();
  expect(before).toBeLessThan(3 * recipes);
  await workers;

  expect(await statusesOf(database, batchId)).toEqual({ COMPLETED: 3 * recipes });
  expect(await executionsOf(database, batchId)).toEqual({ COMPLETED: 3 * recipes });
  expect(await mostAtOnce(database, batchId)).toBeLessThanOrEqual(40);
  await expectSoundWork(database);
});
