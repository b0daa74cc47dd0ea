import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";
import { makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import { startFrozenProxy } from "../support/frozenProxy.js";

const database = useDatabase();
const requestTime = 1500;

test("While nothing comes from the database, and no error either, each request is answered when its time is over, and then all goes on", async () => {
  const typeId = await makeTypeNamed(database(), "frozen", "1");
  const proxy = await startFrozenProxy(database().url);
  // By default, a statement that has no answer ends its connection after 30 s.
  const quick = new URL(proxy.url);
  quick.searchParams.set("query_timeout", "2500");
  const own = openDatabase(quick.href, 4);
  const app = await buildApp({ database: own, config: { trustedProxies: [], maxRequestSeconds: requestTime / 1000 } });
  onTestFinished(async () => {
    own.cut();
    await app.close();
  });
  const requests = [
    { url: "/batches/" },
    { method: "POST", url: "/batches/", payload: { recipe_type_id: typeId, title: "frozen", definition: { all_jobs: true } } },
    { method: "POST", url: "/graphql", payload: { query: "{ batches { totalCount nodes { title } } }" } },
    { method: "POST", url: "/graphql", payload: { query: "mutation { cancelBatch(id: 1) { errors { code } } }" } },
  ] as const;
  const askAll = () => Promise.all(requests.map((request) => send(app, request)));
  const isUnavailable = (body: { errors?: { extensions: { code: string } }[] }) =>
    body.errors?.every(({ extensions: { code } }) => ["DEADLINE_EXCEEDED", "SERVICE_UNAVAILABLE"].includes(code)) ?? true;
  for (const { status } of await askAll()) expect(status).toBeLessThan(300);

  proxy.freeze();
  const begin = performance.now();
  for (const { status, body } of await askAll()) {
    expect({ status, body }).toEqual({
      status: expect.toSatisfy((code) => code === 503 || code === 200),
      body: expect.toSatisfy(isUnavailable),
    });
    if (status === 200) expect(body.errors).toBeDefined();
  }
  // Some wait for a place, and their time begins when they have it.
  expect(performance.now() - begin).toBeLessThan(10 * requestTime);

  proxy.mend();
  const isBack = async () => {
    const answers = await askAll();
    return answers.every(({ status, body }) => status < 300 && body.errors === undefined);
  };
  await expect.poll(isBack, { timeout: 60_000 }).toBe(true);
}, 120_000);
