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

describe("Whoever watches the queues", () => {
  it("is told how they are, and of each change: jobs that are claimed, job types that are paused", async () => {
    const results = transports.WebSocket(address, queuesOf, {});
    const now = async () => {
      const { jobTypes, workers } = (await next(results)).queues;
      return { parse: jobTypes.find(({ name }) => name === "parse"), workers };
    };
    expect(await now()).toEqual({ parse: { name: "parse", isPaused: false, queue: { queued: 3, held: 0, running: 0 } }, workers: [] });
    await askWorkersDoor(address, [], { worker: "node-7", max: 1 });
    const expected = { name: "parse", isPaused: false, queue: { queued: 2, held: 0, running: 1 } };
    expect(await now()).toEqual({ parse: expected, workers: [{ name: "node-7", running: 1 }] });
    await database().prisma.jobType.updateMany({ where: { name: "parse" }, data: { isPaused: true } });
    expect((await now()).parse).toEqual({ name: "parse", isPaused: true, queue: { queued: 2, held: 2, running: 1 } });
    await results.return();
  });

  it("costs the database no more, however many they are, whichever way they came", async () => {
    const many = Object.values(transports).flatMap((how) => [how(address, queuesOf, {}), how(address, queuesOf, {})]);
    await Promise.all(many.map(next));
    const { statements } = await statementsOf(async () => {
      await database().prisma.jobType.updateMany({ where: { name: "publish" }, data: { isPaused: true } });
      const told = await Promise.all(many.map(next));
      for (const { queues } of told) expect(queues.jobTypes.find(({ name }) => name === "publish")?.isPaused).toBe(true);
    });
    const reads = statements.filter((text) => text.includes('AS "lastClaim"'));
    // Once, or twice, where it was being read just when it changed.
    expect(reads.length).toBeLessThanOrEqual(2);
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
