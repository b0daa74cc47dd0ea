import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import type { JobClaim } from "../../src/domain/execution/jobClaims.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { executionsOf, expectSoundWork } from "../support/soundWork.js";
import { claim, completed, drain, jobsOf, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
/** Each has connections of its own, as a process has. */
let gateways: readonly [Database, Database];
beforeAll(() => {
  gateways = [openDatabase(database().url, 8), openDatabase(database().url, 8)];
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
});

const recipes = 1000;
/** Pairs of reports that are in flight at once. */
const pairsAtOnce = 8;

test("Of two parents that are reported at the same moment, at two gateways, the last queues their child, a thousand times, once each", async () => {
  const { batchId } = await makeWork(database(), "left right child<left+right", recipes);
  const byRecipe = new Map<number, JobClaim[]>();
  const recipeOf = new Map((await jobsOf(database(), batchId)).map(({ id, recipeId }) => [id, recipeId]));
  for (let i = 0; i < 2; i++) {
    for (const one of await claim(database())) {
      const recipeId = recipeOf.get(one.jobId) as number;
      byRecipe.set(recipeId, [...(byRecipe.get(recipeId) ?? []), one]);
    }
  }
  const pairs = [...byRecipe.values()];
  expect(pairs.map((pair) => pair.length)).toEqual(Array(recipes).fill(2));
  const reportPairs = async () => {
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
      const answers = await Promise.all(pair.map((one, i) => reportJobs(gateways[i as 0 | 1], [completed(one)])));
      expect(answers.flat().map(({ problem }) => problem)).toEqual([null, null]);
    }
  };
  await Promise.all(Array.from({ length: pairsAtOnce }, reportPairs));
  expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 2 * recipes, QUEUED: recipes });
  await expectSoundWork(database());

  expect(await drain(database())).toBe(recipes);
  expect(await executionsOf(database(), batchId)).toEqual({ COMPLETED: 3 * recipes });
  expect((await batchOf(database(), batchId)).workState).toBe("SUCCEEDED");
  await expectSoundWork(database());
});
