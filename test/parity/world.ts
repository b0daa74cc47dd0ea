import type { Db } from "../../src/db/database.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { makeManyRecipes, makeType, revise, runBatch, submit, type TestType } from "../support/catalogue.js";

/** What there is before a scenario. Each door has a world of its own; both are made by the same steps, so they have the same ids. */
export interface World {
  readonly db: Db;
  /** Three recipes of its first revision and two of its second. */
  readonly alpha: TestType;
  /** Two recipes of its first revision that can't become its second. */
  readonly stuck: TestType;
  /** Not active; one recipe. */
  readonly retired: TestType;
  /** Batches by what became of them. */
  readonly batches: Readonly<Record<"waiting" | "done" | "failing" | "canceled" | "broken", number>>;
  /** The recipe types of the batches that lists are read from, two versions of one name and another name. */
  readonly listed: readonly [number, number, number];
}

export async function makeWorld(db: Db): Promise<World> {
  const alpha = await makeType(db, "parse publish<parse", { name: "alpha" });
  await makeManyRecipes(db, alpha, 3);
  await revise(db, alpha, "parse publish@2<parse");
  await makeManyRecipes(db, alpha, 2);
  const stuck = await makeType(db, "parse", { name: "stuck" });
  await makeManyRecipes(db, stuck, 2);
  await revise(db, stuck, "parse", { inputs: "scene:file mask:file" });
  const retired = await makeType(db, "parse", { name: "retired", isActive: false });
  await makeManyRecipes(db, retired, 1);
  return { db, alpha, stuck, retired, batches: await makeBatches(db), listed: await makeList(db) };
}

async function makeBatches(db: Db): Promise<World["batches"]> {
  const { prisma } = db;
  const rule = await prisma.triggerRule.create({ data: { type: "INGEST", name: "scenes", configuration: { a: 1 } } });
  const type = await makeType(db, "parse publish<parse", { name: "done" });
  await prisma.recipeType.update({
    where: { id: type.id },
    data: { title: "Done", triggerRuleId: rule.id, archived: new Date("2020-01-01") },
  });
  await makeManyRecipes(db, type, 3);
  const definition = { job_names: ["publish"], priority: 3, date_range: { type: "created", started: "2015-12-31T23:00:00-01:00" } };
  const done = await runBatch(db, type, definition);
  const failing = await makeType(db, "parse", { name: "failing" });
  await makeManyRecipes(db, failing, 2);
  await revise(db, failing, "parse", { inputs: "scene:file mask:file" });
  const batches = {
    waiting: await submit(db, type, { all_jobs: true }),
    done,
    failing: await runBatch(db, failing),
    canceled: await submit(db, type),
    broken: await submit(db, type),
  };
  await prisma.batch.update({
    where: { id: batches.canceled },
    data: { status: "CANCELED", title: "Not wanted", description: "Any more" },
  });
  const error = await prisma.error.create({ data: { name: "no-disk", title: "No disk", description: "It is full", category: "SYSTEM" } });
  const broken = await prisma.batch.update({ where: { id: batches.broken }, data: { status: "FAILED" } });
  await prisma.job.update({ where: { id: broken.creatorJobId as number }, data: { status: "FAILED", numExes: 3, errorId: error.id } });
  await prisma.triggerEvent.update({ where: { id: broken.eventId }, data: { ruleId: rule.id } });
  return batches;
}

async function makeList(db: Db): Promise<World["listed"]> {
  const types: World["listed"] = [
    await makeTypeNamed(db, "list-a", "1.0"),
    await makeTypeNamed(db, "list-a", "2.0"),
    await makeTypeNamed(db, "list-b", "1.0"),
  ];
  const rows = Array.from({ length: 23 }, (_, i) => ({
    title: [null, "one", "two", "", "zwölf"][i % 5] as string | null,
    status: ["SUBMITTED", "CREATED", "CANCELED", "PAUSED"][i % 4] as string,
    created: `2016-01-0${1 + (i % 3)}T00:00:00Z`,
    last_modified: `2016-02-0${1 + (i % 7)}T00:00:00.00000${i % 2}Z`,
    created_count: i % 3,
    failed_count: i % 2,
    total_count: (i * 7) % 5,
    recipe_type_id: types[i % 3] as number,
  }));
  await insertBatches(db, 0, rows);
  return types;
}
