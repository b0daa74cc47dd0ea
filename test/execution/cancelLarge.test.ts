import { expect, it } from "vitest";
import { cancelSome, cancelWork } from "../../src/domain/execution/cancelWork.js";
import { newSecret } from "../../src/domain/webhook/rotateWebhookSecret.js";
import { cancelBatch } from "../support/batchMutations.js";
import { expand, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { ownWork } from "../support/ownWork.js";
import { expectSoundWork } from "../support/soundWork.js";
import { webhookWithDeliveries } from "../support/webhookDocuments.js";
import { makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
const client = useGraphql(database);
const { workOn, report } = ownWork(database, client);

it("a batch of 12,000 jobs is canceled at once for workers, and job by job in two transactions", async () => {
  const { batchId, take } = await workOn("@-a @-b<@-a @-c<@-b", 4000);
  const [token = ""] = await take(1);
  const { id: webhookId } = await database().prisma.webhook.create({
    data: { url: "https://hooks.example/", secret: newSecret(), events: ["BATCH_WORK_CANCELED"], createdBy: "me" },
  });
  const told = async () =>
    (await client.query(webhookWithDeliveries, { id: webhookId })).webhook?.deliveries.nodes.map(({ payload }) => payload);
  expect((await client.query(cancelBatch, { id: batchId, reason: "a mistake" })).cancelBatch.errors).toEqual([]);
  expect(await statusesOf(database(), batchId)).toMatchObject({ CANCELED: 10_000, RUNNING: 1 });
  expect(await take()).toEqual([]);

  await cancelWork(database());
  expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 11_999, RUNNING: 1 });
  const isFinished = async () => (await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } })).workFinished !== null;
  expect([await isFinished(), await told()]).toEqual([false, []]);
  await report([{ token, released: {} }]);
  expect(await isFinished()).toBe(true);
  const data = { batchId, workState: "CANCELED", jobs: { canceled: 12_000 }, reason: "a mistake" };
  expect(await told()).toMatchObject([{ type: "batch.work.canceled", data }]);
  await expectSoundWork(database());
});

it("the last jobs of a canceled batch block what others have behind them, also where they are just as many as one transaction takes", async () => {
  const first = await makeWork(database(), "first second<first", 2);
  const batchId = await submit(database(), first.type, { job_names: ["second"] });
  await expand(database(), batchId);
  expect(await statusesOf(database(), first.batchId)).toMatchObject({ QUEUED: 2 });
  expect(await statusesOf(database(), batchId)).toEqual({ PENDING: 2 });
  await database().transaction((tx) => cancelSome(tx, first.batchId, 0, 2));
  expect(await statusesOf(database(), batchId)).toEqual({ BLOCKED: 2 });
});
