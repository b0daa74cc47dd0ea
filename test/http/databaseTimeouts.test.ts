import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { findBatchForUpdate } from "../../src/domain/batch/changeStatus.js";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import { slowDown } from "../support/faults.js";
import { rowCounts } from "../support/rowCounts.js";

const database = useDatabase();

/** An app whose sessions have settings of their own. */
async function appWith(options: string) {
  const url = new URL(database().url);
  url.searchParams.set("options", options);
  const own = openDatabase(url.href, 4);
  const app = await buildApp({ database: own, config: { trustedProxies: [] } });
  onTestFinished(async () => {
    await app.close();
    await own.close();
  });
  return app;
}

const detail = expect.stringMatching(/try again/);
const cancel = (id: number) => ({
  method: "POST" as const,
  url: "/graphql",
  payload: { query: `mutation { cancelBatch(id: ${id}) { batch { status } errors { code } } }` },
});

describe("A request that waits in the database for longer than that allows", () => {
  it("for a lock, is told to try again, and does so with success when the lock is free", async () => {
    const typeId = await makeTypeNamed(database(), "locked", "1");
    const [id] = await insertBatches(database(), typeId, [{ title: "Locked", status: "SUBMITTED" }]);
    const app = await appWith("-c lock_timeout=300");
    await database().transaction(async (tx) => {
      await findBatchForUpdate(tx, id as number);
      const { body } = await send(app, cancel(id as number));
      expect(body.errors).toEqual([expect.objectContaining({ message: detail, extensions: { code: "SERVICE_UNAVAILABLE" } })]);
    });
    expect((await send(app, cancel(id as number))).body.data.cancelBatch).toEqual({ batch: { status: "CANCELED" }, errors: [] });
  });

  it("for a statement, is 503 and leaves nothing", async () => {
    const typeId = await makeTypeNamed(database(), "slow", "1");
    const app = await appWith("-c statement_timeout=500");
    const end = await slowDown(database(), "batch", 5);
    const before = await rowCounts(database());
    const payload = { recipe_type_id: typeId, definition: { all_jobs: true } };
    expect(await send(app, { method: "POST", url: "/batches/", payload })).toMatchObject({ status: 503, body: { detail } });
    expect(await rowCounts(database())).toEqual(before);
    await end();
    expect(await send(app, { method: "POST", url: "/batches/", payload })).toMatchObject({ status: 201 });
  });
});
