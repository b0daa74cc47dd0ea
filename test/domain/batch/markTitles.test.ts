import { expect, it } from "vitest";
import { markTitles } from "../../../src/domain/batch/create/markTitles.js";
import { insertBatches, makeTypeNamed } from "../../support/batchRows.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();

it("Marks are set among the titles anew once 500 batches have come, gone or been renamed", async () => {
  const type = await makeTypeNamed(database(), "alpha", "1");
  const places = async () => (await database().prisma.batchTitleMark.findMany({ orderBy: { place: "asc" } })).map(({ place }) => place);
  await insertBatches(database(), type, Array(499).fill({ title: "Repair" }));
  await markTitles(database());
  expect(await places()).toEqual([0, 0]);
  await insertBatches(database(), type, Array(1).fill({}));
  await markTitles(database());
  expect(await places()).toEqual([0, 0, 500]);
  expect(await database().prisma.batchTitleChange.count()).toBe(0);
  await insertBatches(database(), type, Array(2000).fill({ title: "Trial" }));
  await markTitles(database());
  expect(await places()).toEqual([0, 0, 2000, 2500]);
});
