import type { Db } from "../db/database.js";
import { findBatchPage } from "../domain/batch/findBatchPage.js";
import { findJobTypeSummariesById } from "../domain/job/findJobs.js";
import type { NumberedPage } from "../domain/page.js";
import { findRecipeTypeSummariesById } from "../domain/recipe/findRecipeTypes.js";
import { type CommonRow, commonColumns } from "./batchJson.js";
import { batchListItem } from "./batchListItem.js";
import type { BatchQuery } from "./batchQuery.js";
import { jobTypeFields } from "./jobJson.js";
import { json } from "./json.js";
import type { ListPage } from "./listPage.js";
import { recipeTypeSummaryFields } from "./recipeTypeJson.js";

/** Reads a page of *Batch List*. @returns null where there is no such page */
export async function batchList(db: Db, { filter, order, page, pageSize }: BatchQuery): Promise<ListPage | null> {
  const found: NumberedPage<CommonRow> | null = await findBatchPage(db, commonColumns, filter, order, { page, pageSize });
  if (!found) return null;
  const { rows } = found;
  const [recipeTypes, jobTypes] = await Promise.all([
    findRecipeTypeSummariesById(db, distinct(rows.map((row) => row.recipeTypeId))),
    findJobTypeSummariesById(db, distinct(rows.map((row) => row.creatorJobTypeId))),
  ]);
  const shared = {
    recipeTypes: new Map(recipeTypes.map((recipeType) => [recipeType.id, json(recipeTypeSummaryFields(recipeType))])),
    jobTypes: new Map(jobTypes.map((jobType) => [jobType.id, json(jobTypeFields(jobType))])),
  };
  return {
    count: found.count,
    page: found.page,
    pageSize,
    results: `[${rows.map((row) => batchListItem(row, shared)).join(",")}]`,
  };
}

const distinct = (ids: readonly (number | null)[]): number[] => [...new Set(ids)].filter((id) => id !== null);
