import { expect, test } from "vitest";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { executionsOf, expectSoundWork } from "../support/soundWork.js";
import { claim, completed, drain, failed, jobsOf, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
const names = (count: number) => Array.from({ length: count }, (_, i) => `job-${i}`);

test("A chain of 50 jobs runs one after the other", async () => {
  const chain = names(50).map((name, i) => (i === 0 ? name : `${name}<job-${i - 1}`));
  const { batchId } = await makeWork(database(), chain.join(" "), 3);
  for (let i = 0; i < 50; i++) {
    const claims = await claim(database());
    const jobs = new Map((await jobsOf(database(), batchId)).map((job) => [job.id, job]));
    expect(claims.map(({ jobId }) => jobs.get(jobId)?.name)).toEqual(Array(3).fill(`job-${i}`));
    await reportJobs(database(), claims.map(completed));
  }
  expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 150 });
  expect((await batchOf(database(), batchId)).workState).toBe("SUCCEEDED");
  await expectSoundWork(database());
});

test("A fan of 500 children is queued in one go, and its end waits for the last of them", async () => {
  const fan = names(500);
  const graph = ["root", ...fan.map((name) => `${name}<root`), `end<${fan.join("+")}`].join(" ");
  const { batchId } = await makeWork(database(), graph);
  const [root] = await claim(database());
  expect(await claim(database())).toEqual([]);
  await reportJobs(database(), [completed(root as NonNullable<typeof root>)]);
  const claims = await claim(database());
  expect(claims).toHaveLength(500);
  await reportJobs(database(), claims.slice(1).map(completed));
  expect(await claim(database())).toEqual([]);
  await reportJobs(database(), claims.slice(0, 1).map(completed));
  expect(await drain(database())).toBe(1);
  expect(await executionsOf(database(), batchId)).toEqual({ COMPLETED: 502 });
  expect((await batchOf(database(), batchId)).workState).toBe("SUCCEEDED");
  await expectSoundWork(database());
});

test("A root that fails blocks 500 children and all that follow them", async () => {
  const fan = names(500);
  const graph = ["root", ...fan.map((name) => `${name}<root`), `end<${fan.join("+")}`, "last<end"].join(" ");
  const { batchId } = await makeWork(database(), graph);
  await reportJobs(database(), (await claim(database())).map(failed));
  expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 1, BLOCKED: 502 });
  expect((await batchOf(database(), batchId)).workState).toBe("FAILED");
  await expectSoundWork(database());
});
