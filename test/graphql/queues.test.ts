import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { next, transports } from "../support/subscriptions.js";
import { makeWork } from "../support/work.js";
import { askWorkersDoor } from "../support/workerRequests.js";

const database = useDatabase();
const { app } = useGraphql(database);

const queuesOf = graphql(`
  subscription QueuesOf {
    queues {
      jobTypes { name isPaused queue { queued held running } }
      workers { name running }
    }
  }
`);

let address: string;
beforeAll(async () => {
  address = await listen(app());
  await makeWork(database(), "parse publish<parse", 3);
});

const everyEvent = { interval: 0 };

describe("Whoever watches the queues", () => {
  it("is told how they are, and of each change: jobs that are claimed, job types that are paused", async () => {
    const results = transports.WebSocket(address, queuesOf, {});
    // What is told in between depends on when it was read: a worker is noted a little after its claim.
    const isTold = (isPaused: boolean, queue: object, workers: readonly object[]) =>
      expect
        .poll(async () => {
          const told = (await next(results)).queues;
          return { parse: told.jobTypes.find(({ name }) => name === "parse"), workers: told.workers };
        }, everyEvent)
        .toEqual({ parse: { name: "parse", isPaused, queue }, workers });
    await isTold(false, { queued: 3, held: 0, running: 0 }, []);
    await askWorkersDoor(address, [], { worker: "node-7", max: 1 });
    await isTold(false, { queued: 2, held: 0, running: 1 }, [{ name: "node-7", running: 1 }]);
    await database().prisma.jobType.updateMany({ where: { name: "parse" }, data: { isPaused: true } });
    await isTold(true, { queued: 2, held: 2, running: 1 }, [{ name: "node-7", running: 1 }]);
    await results.return();
  });

  it("costs the database no more, however many they are, whenever they begin, whichever way they came", async () => {
    const ways = [...Object.values(transports), ...Object.values(transports)];
    const many = ways.map((how) => how(address, queuesOf, {}));
    const from = performance.now();
    const { statements } = await statementsOf(async () => {
      for (const results of many) await next(results);
      await database().prisma.jobType.updateMany({ where: { name: "publish" }, data: { isPaused: true } });
      const isPaused = async (results: (typeof many)[number]) =>
        (await next(results)).queues.jobTypes.find(({ name }) => name === "publish")?.isPaused;
      await Promise.all(many.map((results) => expect.poll(() => isPaused(results), everyEvent).toBe(true)));
    });
    const reads = statements.filter((text) => text.includes('AS "lastClaim"'));
    // Once when the first began, and once a second. Each reading for one who begins would be another.
    expect(reads.length).toBeLessThanOrEqual(2 + (performance.now() - from) / 1000);
    await Promise.all(many.map((results) => results.return()));
  });

  it("has them read no more once all have left", async () => {
    const results = transports.WebSocket(address, queuesOf, {});
    await next(results);
    await results.return();
    await expect
      .poll(
        async () => {
          const { statements } = await statementsOf(() => new Promise((resolve) => setTimeout(resolve, 1200)));
          return statements.length;
        },
        { timeout: 15_000 },
      )
      .toBe(0);
  });
});
