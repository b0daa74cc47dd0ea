import { expect, it } from "vitest";
import type { Db } from "../../src/db/database.js";
import { countJobsByStatus } from "../../src/db/sql/batch/countJobsByStatus.js";
import { selectBatchJobs } from "../../src/db/sql/batch/selectBatchParts.js";
import { useDatabase } from "../support/database.js";
import { claim, makeWork } from "../support/work.js";

const database = useDatabase();

it("A job that goes from one of the asked statuses to another while the list is read is in it", async () => {
  const { batchId } = await makeWork(database(), "only", 1);
  const db: Pick<Db, "query"> = {
    query: async (statement, values) => {
      const rows = await database().query(statement, values);
      if (statement === countJobsByStatus) await claim(database());
      return rows as never;
    },
  };
  const window = { limit: 10, backward: false, after: null, before: null };
  const [jobs] = await selectBatchJobs(db as Db, [batchId], ["QUEUED", "RUNNING"], window);
  expect(jobs?.rows).toHaveLength(1);
});
