import { expect, it } from "vitest";
import { endOverdue } from "../../src/domain/execution/endOverdue.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { makeWork } from "../support/work.js";

const database = useDatabase();

it("Work whose end no transaction has seen is ended by the next look", async () => {
  const { batchId } = await makeWork(database(), "a b", 2);
  // As it stands when those who completed the last two jobs did not see each other.
  await database().query({ text: "UPDATE job SET status = 'COMPLETED' WHERE batch_id = $1" }, [batchId]);
  await database().query({ text: "UPDATE batch SET work_state = 'RUNNING' WHERE id = $1" }, [batchId]);
  expect(await batchOf(database(), batchId)).toMatchObject({ workState: "RUNNING", workFinished: null });
  await endOverdue(database());
  expect(await batchOf(database(), batchId)).toMatchObject({ workState: "SUCCEEDED", workFinished: expect.any(Date) });
});
