import { expect, test } from "vitest";
import type { JobClaim } from "../../src/domain/execution/jobClaims.js";
import { useDatabase } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { batchOf } from "../support/recipeViews.js";
import { executionsOf, expectSoundWork } from "../support/soundWork.js";
import { claim, drain, jobsOf, makeWork, statusesOf } from "../support/work.js";
import { askWorkersDoor } from "../support/workerRequests.js";

const database = useDatabase();

const recipes = 1000;
/** Pairs of reports that are in flight at once. */
const pairsAtOnce = 4;

test("Of two parents that are reported at the same moment, to two gateways, the last queues their child, a thousand times, once each", async () => {
  const { batchId } = await makeWork(database(), "left right child<left+right", recipes);
  const byRecipe = new Map<number, JobClaim[]>();
  const recipeOf = new Map((await jobsOf(database(), batchId)).map(({ id, recipeId }) => [id, recipeId]));
  for (let i = 0; i < 2; i++) {
    for (const one of await claim(database(), { leaseSeconds: 600 })) {
      const recipeId = recipeOf.get(one.jobId) as number;
      byRecipe.set(recipeId, [...(byRecipe.get(recipeId) ?? []), one]);
    }
  }
  const pairs = [...byRecipe.values()];
  expect(pairs.map((pair) => pair.length)).toEqual(Array(recipes).fill(2));
  const processes = [startGatewayOn(database().url), startGatewayOn(database().url)];
  const urls = await Promise.all(processes.map((gateway) => gateway.address()));
  const reportPairs = async () => {
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
      const answers = await Promise.all(pair.map(({ token }, i) => askWorkersDoor(urls[i] as string, [{ token, completed: {} }])));
      expect(answers.map(({ outcomes }) => outcomes.map(({ accepted }) => accepted))).toEqual([[true], [true]]);
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
