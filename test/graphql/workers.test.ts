import { beforeAll, expect, it } from "vitest";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { claim } = workersDoor(client);

const workers = graphql(`query Workers { workers { name lastSeen running } }`);

beforeAll(async () => {
  const type = await makeType(database(), "parse");
  await makeManyRecipes(database(), type, 5);
  await runBatch(database(), type, { all_jobs: true });
});

it("workers lists those that were seen in the last hour, or have executions in hand", async () => {
  await claim({ worker: "busy", max: 2 });
  await claim({ worker: "gone", max: 1 });
  const hoursAgo = new Date(Date.now() - 7_200_000);
  const rows = ["busy", "gone", "idle", "old"].map((name) => ({
    name,
    lastSeen: name === "old" || name === "gone" ? hoursAgo : new Date(),
  }));
  for (const row of rows) await database().prisma.worker.upsert({ where: { name: row.name }, create: row, update: row });
  const found = (await client.query(workers)).workers;
  expect(found.map(({ name, running }) => [name, running]).sort()).toEqual([
    ["busy", 2],
    ["gone", 1],
    ["idle", 0],
  ]);
  expect(found.at(-1)).toEqual({ name: "gone", running: 1, lastSeen: hoursAgo.toISOString() });
});
