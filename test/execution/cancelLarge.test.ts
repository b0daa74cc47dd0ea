import { expect, it } from "vitest";
import { cancelWork } from "../../src/domain/execution/cancelWork.js";
import { cancelBatch } from "../support/batchMutations.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { ownWork } from "../support/ownWork.js";
import { expectSoundWork } from "../support/soundWork.js";
import { statusesOf } from "../support/work.js";

const database = useDatabase();
const client = useGraphql(database);
const { workOn, report } = ownWork(database, client);

it("a batch of 12,000 jobs is canceled at once for workers, and job by job in two transactions", async () => {
  const { batchId, take } = await workOn("@-a @-b<@-a @-c<@-b", 4000);
  const [token = ""] = await take(1);
  expect((await client.query(cancelBatch, { id: batchId, reason: "a mistake" })).cancelBatch.errors).toEqual([]);
  expect(await statusesOf(database(), batchId)).toMatchObject({ CANCELED: 10_000, RUNNING: 1 });
  expect(await take()).toEqual([]);

  await cancelWork(database());
  expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 11_999, RUNNING: 1 });
  const isFinished = async () => (await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } })).workFinished !== null;
  expect(await isFinished()).toBe(false);
  await report([{ token, released: {} }]);
  expect(await isFinished()).toBe(true);
  await expectSoundWork(database());
});
