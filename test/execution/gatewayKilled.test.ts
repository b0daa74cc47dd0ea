import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { useDatabase } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { executionsOf, expectSoundWork } from "../support/soundWork.js";
import { drain, makeWork } from "../support/work.js";
import { askWorkersDoor } from "../support/workerRequests.js";

const database = useDatabase();

/**
 * Stands before a gateway. When the gateway begins to answer, the answer is dropped, and the caller's connection with it.
 * @param onAnswer is called then
 */
async function dropAnswers(url: string, onAnswer: () => void): Promise<string> {
  const target = new URL(url);
  const server = createServer((caller) => {
    const gateway = connect(Number(target.port), target.hostname).on("error", () => {});
    caller.on("error", () => {}).pipe(gateway);
    gateway.once("data", () => {
      onAnswer();
      caller.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("A gateway that is killed before its answer has come loses no job: another one answers the same request with the same claims", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 300);
  const [first, second] = [startGatewayOn(database().url), startGatewayOn(database().url)];
  const url = await dropAnswers(await first.address(), () => first.kill("SIGKILL"));
  const order = { worker: "worker", max: 100, requestId: "request-1" };
  await expect(askWorkersDoor(url, [], order)).rejects.toThrow("fetch failed");
  expect(await first.ended).toBeNull();
  expect(await executionsOf(database(), batchId)).toEqual({ RUNNING: 100 });

  const other = await second.address();
  const { claims } = await askWorkersDoor(other, [], order);
  expect(claims).toHaveLength(100);
  expect(await executionsOf(database(), batchId)).toEqual({ RUNNING: 100 });
  expect((await askWorkersDoor(other, [], order)).claims).toEqual(claims);
  expect(new Set(claims.map(({ token }) => token)).size).toBe(100);
  // Another request, and another worker's request of the same id, get others.
  const more = [
    await askWorkersDoor(other, [], { ...order, requestId: "request-2" }),
    await askWorkersDoor(other, [], { ...order, worker: "other" }),
  ];
  const jobs = [{ claims }, ...more].flatMap((answer) => answer.claims.map(({ job }) => job.databaseId));
  expect(new Set(jobs).size).toBe(300);

  const tokens = [{ claims }, ...more].flatMap((answer) => answer.claims.map(({ token }) => token));
  const { outcomes } = await askWorkersDoor(
    other,
    tokens.map((token) => ({ token, completed: {} })),
  );
  expect(outcomes.every(({ accepted }) => accepted)).toBe(true);
  expect(await drain(database())).toBe(300);
  expect(await executionsOf(database(), batchId)).toEqual({ COMPLETED: 600 });
  await expectSoundWork(database());
});

test("Reports whose answer was lost with the gateway are accepted by another one, and count once", async () => {
  const { batchId } = await makeWork(database(), "c d<c", 100);
  const [first, second] = [startGatewayOn(database().url), startGatewayOn(database().url)];
  const other = await second.address();
  const { claims } = await askWorkersDoor(other, [], { worker: "worker", max: 100 });
  const reports = claims.map(({ token }) => ({ token, completed: { exitCode: 0 } }));
  const next = { worker: "worker", max: 50, requestId: "next" };
  const url = await dropAnswers(await first.address(), () => first.kill("SIGKILL"));
  await expect(askWorkersDoor(url, reports, next)).rejects.toThrow("fetch failed");
  expect(await executionsOf(database(), batchId)).toEqual({ COMPLETED: 100, RUNNING: 50 });

  const answer = await askWorkersDoor(other, reports, next);
  expect(answer.outcomes.every(({ accepted }) => accepted)).toBe(true);
  expect(answer.claims).toHaveLength(50);
  expect(await executionsOf(database(), batchId)).toEqual({ COMPLETED: 100, RUNNING: 50 });
  await expectSoundWork(database());
});
