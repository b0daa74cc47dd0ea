import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { pauseBatch } from "../../../src/domain/batch/change/pauseBatch.js";
import { resumeBatch } from "../../../src/domain/batch/change/resumeBatch.js";
import { endBatchIfDone } from "../../../src/domain/batch/expand/endBatchIfDone.js";
import { expandBatch, type Pace } from "../../../src/domain/batch/expand/expandBatch.js";
import {
  ada,
  begin,
  expand,
  expandOneChunk,
  makeManyRecipes,
  makeRecipe,
  makeType,
  revise,
  runBatch,
  submit,
} from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { failOn } from "../../support/faults.js";
import { queueMessages } from "../../support/queueMessages.js";
import { batchOf } from "../../support/recipeViews.js";
import { rowCounts } from "../../support/rowCounts.js";
import { submitInSlices } from "../../support/worker.js";

const database = useDatabase();
const lanesInQueue = async (id: number) => (await queueMessages(database(), id)).map(({ lane }) => lane);

/**
 * Holds rows until each of some turns waits for them.
 * @param lock the statement that locks them
 * @param meanwhile what happens while all wait
 */
async function whileHeld(
  lock: string,
  turns: readonly (() => Promise<void>)[],
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) {
  const other = new pg.Client(database().url);
  await other.connect();
  try {
    await other.query("BEGIN");
    await other.query(lock);
    const taken = Promise.all(turns.map((turn) => turn()));
    const waiting = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await database().query<{ n: number }>({ text: waiting }))[0]?.n).toBe(turns.length);
    await meanwhile();
    await other.query("COMMIT");
    await taken;
  } finally {
    await other.end();
  }
}

describe("a batch that begins", () => {
  test("is CREATING, its creator job RUNNING, its total what it matched", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 3);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    const batch = await batchOf(database(), id);
    expect(batch).toMatchObject({ status: "CREATING", createdCount: 0, failedCount: 0, totalCount: 3, recipes: [] });
    expect(batch.creatorJob).toMatchObject({ status: "RUNNING", numExes: 1, ended: null });
    expect(batch.creatorJob?.started).not.toBeNull();
    expect(batch.creatorJob?.lastStatusChange).toEqual(batch.creatorJob?.started);
  });

  test("begins once, however many turns begin it at the same time", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 3);
    const id = await submit(database(), type, { all_jobs: true });
    await Promise.all([begin(database(), id), begin(database(), id), begin(database(), id), begin(database(), id)]);
    const batch = await batchOf(database(), id);
    expect(batch.slices.flatMap(({ recipeIds }) => recipeIds)).toHaveLength(3);
    expect(batch.events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING"]);
    expect(batch.creatorJob?.numExes).toBe(1);
  });

  test("has a message for each of its lanes, so that several workers can expand it", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const id = await submit(database(), type, { all_jobs: true });
    expect(await lanesInQueue(id)).toEqual([1]);
    await begin(database(), id);
    expect(await lanesInQueue(id)).toEqual([1, 2, 3, 4]);
  });
});

describe("a chunk", () => {
  test("moves the batch's last modification to when it is counted, not to when it began", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 3);
    const id = await submitInSlices(database(), type, { all_jobs: true });
    await begin(database(), id);
    const meanwhile = await database().transaction(async (tx) => {
      await tx.query({ text: "SELECT" });
      const [now] = await database().query<{ now: string }>({ text: "SELECT clock_timestamp()::text AS now" });
      await expandOneChunk(tx, id);
      return now?.now;
    });
    const text = "SELECT status, last_modified > $2::timestamptz AS later FROM batch WHERE id = $1::int";
    expect(await database().query({ text }, [id, meanwhile])).toEqual([{ status: "CREATING", later: true }]);
  });
});

/** A batch that is CREATING, all of whose chunks are done. */
async function withNothingLeft(): Promise<number> {
  const type = await makeType(database(), "a");
  await makeRecipe(database(), type);
  const id = await submit(database(), type, { all_jobs: true });
  await begin(database(), id);
  await database().prisma.batchSlice.deleteMany({ where: { batchId: id } });
  return id;
}

test("A chunk that fails is halved from the slices that it had taken, not from those that there might have been", async () => {
  const type = await makeType(database(), "a");
  await makeManyRecipes(database(), type, 3);
  const id = await submit(database(), type, { all_jobs: true });
  onTestFinished(await failOn(database(), "batch_recipe"));
  const failed: number[] = [];
  const pace: Pace = { slices: 160, record: () => {}, halve: ({ slices }) => failed.push(slices) };
  await expandBatch(database(), { batchId: id, lane: 1, isOver: () => failed.length > 0, pace, checks: "BY_CHUNK" });
  expect(failed).toEqual([1]);
});

describe("a batch that ends", () => {
  test("counts no recipe that was deleted after it had matched it", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 3);
    const deleted = await makeRecipe(database(), type);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    for (const table of ["recipe_job", "recipe_file"])
      await database().query({ text: `DELETE FROM ${table} WHERE recipe_id = $1` }, [deleted]);
    await database().prisma.recipe.delete({ where: { id: deleted } });
    await expand(database(), id);
    expect(await batchOf(database(), id)).toMatchObject({ status: "CREATED", createdCount: 3, failedCount: 0, totalCount: 3 });
  });

  test("is CREATED, its creator job COMPLETED, its history told", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 3);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    const { creatorJob: running } = await batchOf(database(), id);
    await expand(database(), id);
    const batch = await batchOf(database(), id);
    expect(batch).toMatchObject({ status: "CREATED", createdCount: 3, failedCount: 0, totalCount: 3, slices: [] });
    expect(batch.creatorJob).toMatchObject({ status: "COMPLETED", numExes: 1, started: running?.started, errorId: null });
    expect(batch.creatorJob?.ended?.getTime()).toBeGreaterThanOrEqual(running?.started?.getTime() as number);
    expect(batch.events.map(({ from, to, actor, reason }) => [from, to, actor, reason])).toEqual([
      [null, "SUBMITTED", ada.name, null],
      ["SUBMITTED", "CREATING", "scale-batch-creator", null],
      ["CREATING", "CREATED", "scale-batch-creator", null],
    ]);
  });

  test("is CREATED though its last two chunks each saw the other's recipes in hand", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 2);
    const id = await submitInSlices(database(), type, { all_jobs: true });
    await begin(database(), id);
    await whileHeld(`SELECT FROM batch WHERE id = ${id} FOR NO KEY UPDATE`, [
      () => expandOneChunk(database(), id),
      () => expandOneChunk(database(), id),
    ]);
    const { status, createdCount, totalCount, events } = await batchOf(database(), id);
    expect({ status, createdCount, totalCount }).toEqual({ status: "CREATED", createdCount: 2, totalCount: 2 });
    expect(events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING", "CREATED"]);
  });

  test("may have been paused when nothing was left: then it is CREATED once it is resumed", async () => {
    const id = await withNothingLeft();
    await pauseBatch(database(), ada, id, null);
    await resumeBatch(database(), ada, id);
    await expand(database(), id);
    const batch = await batchOf(database(), id);
    expect(batch).toMatchObject({ status: "CREATED", createdCount: 0, totalCount: 0 });
    expect(batch.creatorJob?.status).toBe("COMPLETED");
  });

  test.each(["PAUSED", "CREATED", "CANCELED", "FAILED"])("stays as it is where it has become %s meanwhile", async (status) => {
    const id = await withNothingLeft();
    await database().prisma.batch.update({ where: { id }, data: { status } });
    const before = await batchOf(database(), id);
    expect(await database().transaction((tx) => endBatchIfDone(tx, id))).toBe(true);
    expect(await batchOf(database(), id)).toEqual(before);
  });

  test("may have matched nothing: then it is CREATED at once, with zeros", async () => {
    const batch = await batchOf(database(), await runBatch(database(), await makeType(database(), "a")));
    expect(batch).toMatchObject({ status: "CREATED", createdCount: 0, failedCount: 0, totalCount: 0, recipes: [], jobs: [] });
    expect(batch.creatorJob).toMatchObject({ status: "COMPLETED", numExes: 1 });
    expect(batch.events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING", "CREATED"]);
  });

  test.each(["CREATED", "CANCELED", "FAILED"])("can't be expanded again: it is %s", async (status) => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const id = await runBatch(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id }, data: { status } });
    const [batch, rows] = [await batchOf(database(), id), await rowCounts(database())];
    await expect(expand(database(), id)).rejects.toMatchObject({ code: "CONFLICT", message: `Batch ${id} is ${status} already` });
    expect([await batchOf(database(), id), await rowCounts(database())]).toEqual([batch, rows]);
  });
});

test("A batch that does not exist can't be expanded", async () => {
  await expect(expand(database(), 999_999)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("Recipes that are made, and revisions that are loaded, after a batch has begun are none of its business", async () => {
  const type = await makeType(database(), "a b<a");
  const old = await makeManyRecipes(database(), type, 2);
  await revise(database(), type, "a b@2<a");
  const id = await submit(database(), type, {});
  await begin(database(), id);
  await makeManyRecipes(database(), type, 2);
  await revise(database(), type, "a b@3<a");
  await makeManyRecipes(database(), type, 2);
  await expand(database(), id);
  const made = await database().prisma.batchRecipe.findMany({
    where: { batchId: id },
    orderBy: { id: "asc" },
    include: { recipe: { include: { recipeTypeRevision: true } } },
  });
  expect(made.map((row) => [row.supersededRecipeId, row.recipe?.recipeTypeRevision.revisionNum])).toEqual(old.map((recipe) => [recipe, 2]));
});

describe("turn by turn", () => {
  test("a batch for all jobs re-processes each recipe once, and never what it has just made", async () => {
    const type = await makeType(database(), "a b<a");
    const ids = await makeManyRecipes(database(), type, 700);
    const id = await submit(database(), type, { all_jobs: true });
    const counts: number[] = [];
    for (let turn = 0; turn < 100 && (await batchOf(database(), id)).status !== "CREATED"; turn++) {
      await expandOneChunk(database(), id);
      const { createdCount, recipes, slices } = await batchOf(database(), id);
      expect(recipes).toHaveLength(createdCount);
      expect(slices.flatMap(({ recipeIds }) => recipeIds)).toHaveLength(700 - createdCount);
      counts.push(createdCount);
    }
    expect(counts.length).toBeGreaterThan(2);
    const { recipes, totalCount } = await batchOf(database(), id);
    expect(totalCount).toBe(700);
    expect(recipes.map((row) => row.supersededRecipeId)).toEqual(ids);
    expect(await database().prisma.recipe.count({ where: { recipeTypeId: type.id } })).toBe(1400);
  });

  test("lanes at the same time share the recipes, and one of them ends the batch", async () => {
    const type = await makeType(database(), "a b<a");
    const ids = await makeManyRecipes(database(), type, 1500);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    await Promise.all([1, 2, 3, 4].map((lane) => expand(database(), id, lane)));
    const batch = await batchOf(database(), id);
    expect(batch).toMatchObject({ status: "CREATED", createdCount: 1500, failedCount: 0, totalCount: 1500 });
    expect(batch.recipes.map((row) => row.supersededRecipeId).sort((one, other) => Number(one) - Number(other))).toEqual(ids);
    expect(batch.events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING", "CREATED"]);
  });

  test("two batches over the same recipes supersede each of them once, and fail over it once", async () => {
    const type = await makeType(database(), "a b<a");
    const recipes = await makeManyRecipes(database(), type, 600);
    const ids = [await submit(database(), type, { all_jobs: true }), await submit(database(), type, { job_names: ["b"] })];
    await Promise.all(ids.map((id) => begin(database(), id)));
    await Promise.all(ids.map((id) => expand(database(), id)));
    const batches = await Promise.all(ids.map((id) => batchOf(database(), id)));
    expect(batches.reduce((sum, { createdCount }) => sum + createdCount, 0)).toBe(600);
    expect(batches.reduce((sum, { failedCount }) => sum + failedCount, 0)).toBe(600);
    const successors = await database().prisma.recipe.groupBy({
      by: ["supersededRecipeId"],
      where: { supersededRecipeId: { in: recipes } },
      _count: true,
    });
    expect(successors.map(({ _count }) => _count)).toEqual(Array(600).fill(1));
  });

  test.each([
    ["SUBMITTED", true],
    ["CREATING", true],
    ["PAUSED", false],
    ["CREATED", false],
  ])("a turn is told whether others wait: a batch that is %s, %s", async (status, waits) => {
    const type = await makeType(database(), "a");
    await database().prisma.batch.updateMany({ data: { status: "CREATED" } });
    const other = await submit(database(), type, { all_jobs: true });
    await makeManyRecipes(database(), type, 3);
    const id = await submitInSlices(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id: other }, data: { status } });
    const told: boolean[] = [];
    const isOver = (othersWait: boolean) => told.push(othersWait) === 3;
    await expandBatch(database(), {
      batchId: id,
      lane: 1,
      isOver,
      pace: { slices: 1, record: () => {}, halve: () => {} },
      checks: "BY_CHUNK",
    });
    // Before the first chunk nobody has looked.
    expect(told).toEqual([true, waits, waits]);
  });

  test("the next turn of a batch waits behind the batches of its priority that wait already", async () => {
    const types = [await makeType(database(), "a"), await makeType(database(), "a")] as const;
    await makeManyRecipes(database(), types[0], 700);
    const [first, second] = [await submit(database(), types[0], { all_jobs: true }), await submit(database(), types[1])];
    await database().query({ text: "DELETE FROM graphile_worker._private_jobs WHERE (payload->>'batchId')::int = $1" }, [first]);
    await expandOneChunk(database(), first);
    const order = "SELECT (payload->>'batchId')::int AS id, payload->>'lane' AS lane FROM graphile_worker._private_jobs";
    const text = `${order} WHERE (payload->>'batchId')::int = ANY($1) ORDER BY priority, run_at, id`;
    const rows = await database().query<{ id: number; lane: string }>({ text }, [[first, second]]);
    expect(rows.map(({ id, lane }) => [id, lane])).toEqual([
      [second, "1"],
      [first, "2"],
      [first, "3"],
      [first, "4"],
      [first, "1"],
    ]);
  });

  test("a lane that finds all that is left in other hands looks again a little later: they may come to nothing", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    await database().transaction(async (other) => {
      await other.query({ text: "SELECT id FROM batch_slice FOR UPDATE" });
      await expand(database(), id, 3);
    });
    expect((await queueMessages(database(), id)).filter(({ isLater }) => isLater).map(({ lane }) => lane)).toEqual([3]);
    expect(await batchOf(database(), id)).toMatchObject({ status: "CREATING", createdCount: 0 });
    await expand(database(), id, 3);
    expect((await batchOf(database(), id)).status).toBe("CREATED");
  });

  test("a paused batch is left alone", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    await database().prisma.batch.update({ where: { id }, data: { status: "PAUSED" } });
    const rows = await rowCounts(database());
    await expand(database(), id);
    expect(await rowCounts(database())).toEqual(rows);
  });

  test.each(["PAUSED", "CANCELED", "FAILED"])("the chunk in hand is undone when its batch becomes %s", async (status) => {
    const type = await makeType(database(), "a");
    const recipeId = await makeRecipe(database(), type);
    const id = await submit(database(), type, { all_jobs: true });
    await begin(database(), id);
    const rows = await rowCounts(database());
    const lock = `SELECT FROM recipe WHERE id = ${recipeId} FOR UPDATE`;
    const become = () => database().prisma.batch.update({ where: { id }, data: { status } });
    await whileHeld(lock, [() => expand(database(), id)], become);
    expect(await rowCounts(database())).toEqual(rows);
    expect((await batchOf(database(), id)).slices).toHaveLength(1);
  });
});
