import type { Db } from "../db/database.js";
import { findBatchPage, type NumberedPage } from "../domain/batch/findBatchPage.js";
import { findJobTypeSummariesById } from "../domain/job/findJobs.js";
import { findRecipeTypeSummariesById } from "../domain/recipe/findRecipeTypes.js";
import { type CommonRow, commonColumns, jobTypeFields, json } from "./batchJson.js";
import { batchListItem, recipeTypeSummaryJson } from "./batchListItem.js";
import type { BatchQuery } from "./batchQuery.js";

/** A page of the list: its number, how many there are of batches and pages, and the JSON of its `results`. */
export interface BatchListPage {
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly results: string;
}

/** Reads a page of *Batch List*. @returns null where there is no such page */
export async function batchList(db: Db, { filter, order, page, pageSize }: BatchQuery): Promise<BatchListPage | null> {
  const found: NumberedPage<CommonRow> | null = await findBatchPage(db, commonColumns, filter, order, { page, pageSize });
  if (!found) return null;
  const { rows } = found;
  const [recipeTypes, jobTypes] = await Promise.all([
    findRecipeTypeSummariesById(db, distinct(rows.map((row) => row.recipeTypeId))),
    findJobTypeSummariesById(db, distinct(rows.map((row) => row.creatorJobTypeId))),
  ]);
  const shared = {
    recipeTypes: new Map(recipeTypes.map((recipeType) => [recipeType.id, recipeTypeSummaryJson(recipeType)])),
    jobTypes: new Map(jobTypes.map((jobType) => [jobType.id, json(jobTypeFields(jobType))])),
  };
  return {
    count: found.count,
    page: found.page,
    pageCount: Math.max(1, Math.ceil(found.count / pageSize)),
    results: `[${rows.map((row) => batchListItem(row, shared)).join(",")}]`,
  };
}

const distinct = (ids: readonly (number | null)[]): number[] => [...new Set(ids)].filter((id) => id !== null);
