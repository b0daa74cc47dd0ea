import { expect, test } from "vitest";
import { findViolations } from "../../src/domain/findViolations.js";
import { makeManyRecipes, makeType, revise, submit } from "../support/catalogue.js";
import { expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { useWorker, whenStatus } from "../support/worker.js";

const database = useDatabase();
const worker = useWorker(database);

test.each([
  ["is no object", '"nonsense"'],
  ["is a list", "[1, 2]"],
  ["has inputs that are none", '{"version": "1.0", "input_data": "none"}'],
  ["names files that there are not", '{"version": "1.0", "input_data": [{"name": "scene", "file_id": 99999999}], "workspace_id": {}}'],
])("A recipe whose data %s is re-processed as it is, and disturbs no other", async (_what, data) => {
  const type = await makeType(database(), "a b<a");
  const ids = await makeManyRecipes(database(), type, 20);
  await database().query({ text: "UPDATE recipe SET data = $2::jsonb WHERE id = $1::int" }, [ids[7], data]);
  const batchId = await submit(database(), type, { all_jobs: true });
  await worker.start();
  await whenStatus(database(), batchId, "CREATED");
  const batch = await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
  expect(batch).toMatchObject({ createdCount: 20, failedCount: 0 });
  await expectSound(database());
  await worker.stop();
});

test("Recipes whose revision has a corrupt definition fail alone, with a reason that can be read", async () => {
  const type = await makeType(database(), "a b<a");
  const poisoned = await makeManyRecipes(database(), type, 3);
  const revised = await revise(database(), type, "a b<a c<b");
  await makeManyRecipes(database(), revised, 20);
  await database().query(
    { text: `UPDATE recipe_type_revision SET definition = '{"jobs": 7}' WHERE recipe_type_id = $1::int AND revision_num = 1` },
    [type.id],
  );
  const batchId = await submit(database(), revised, { all_jobs: true });
  await worker.start();
  await whenStatus(database(), batchId, "CREATED");
  const batch = await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
  expect(batch).toMatchObject({ createdCount: 20, failedCount: 3 });
  const failures = await database().prisma.batchRecipe.findMany({ where: { batchId, recipeId: null } });
  expect(failures.map(({ supersededRecipeId }) => supersededRecipeId).toSorted()).toEqual(poisoned.toSorted());
  expect(new Set(failures.map(({ failureCode }) => failureCode))).toEqual(new Set(["DEFINITION_INVALID"]));
  expect(await findViolations(database())).toEqual([]);
});
