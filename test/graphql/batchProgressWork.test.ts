import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { all, byWebSocket, next } from "../support/subscriptions.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { claim, report } = workersDoor(client);

const followed = graphql(`
  subscription FollowedWork($id: ID!, $withWork: Boolean = true) {
    batchProgress(id: $id) {
      status
      work @include(if: $withWork) { state percent jobs { queued running completed failed } recipesCompleted finished }
    }
  }
`);

let address: string;
let type: TestType;
beforeAll(async () => {
  address = await listen(client.app());
  type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, 2);
});

const take = async () => (await claim()).claims.map(({ token }) => ({ token, completed: {} }));

describe("batchProgress", () => {
  it("goes on until the work is finished, where the work is selected", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    const results = byWebSocket(address, followed, { id });
    const work = async () => (await next(results)).batchProgress.work;
    expect(await work()).toMatchObject({ state: "WAITING", percent: 0, jobs: { queued: 2 } });
    const first = await take();
    expect(await work()).toMatchObject({ state: "RUNNING", jobs: { queued: 0, running: 2 } });
    await report(first);
    // No notice tells of this one: the state of the work stays RUNNING.
    expect(await work()).toMatchObject({ state: "RUNNING", percent: 50, jobs: { queued: 2, completed: 2 } });
    const rest = await take();
    expect(await work()).toMatchObject({ state: "RUNNING", percent: 50, jobs: { running: 2 } });
    await report(rest);
    expect(await work()).toMatchObject({ state: "SUCCEEDED", percent: 100, recipesCompleted: 2, finished: expect.any(String) });
    expect((await results.next()).done).toBe(true);
  });

  it("tells once how it ended, where the work is finished", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    await report(await take());
    await report(await take());
    const progress = { status: "CREATED", work: expect.objectContaining({ state: "SUCCEEDED", percent: 100 }) };
    expect(await all(byWebSocket(address, followed, { id }))).toEqual([{ data: { batchProgress: progress } }]);
  });

  it("ends with the making of the jobs, where the work is not selected", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    expect(await all(byWebSocket(address, followed, { id, withWork: false }))).toEqual([
      { data: { batchProgress: { status: "CREATED" } } },
    ]);
  });
});
