import DataLoader from "dataloader";
import type { Db } from "../db/database.js";
import { findBatchEvents } from "../domain/batch/findBatchEvents.js";
import { findBatchesById } from "../domain/batch/findBatches.js";
import {
  type BatchJobRow,
  type BatchRecipeOutcome,
  type BatchRecipeRow,
  countBatchJobs,
  countBatchRecipes,
  findBatchJobs,
  findBatchRecipes,
  findJobStatusCounts,
} from "../domain/batch/findBatchParts.js";
import {
  findErrorsById,
  findJobsById,
  findJobTypeRevisionsById,
  findJobTypeSummariesById,
  findJobTypesByKey,
} from "../domain/job/findJobs.js";
import type { JobStatus } from "../domain/job/jobStatus.js";
import type { Page, Window } from "../domain/page.js";
import { findRecipeJobs, findRecipesById, findRevisionsById, findSupersedingRecipes } from "../domain/recipe/findRecipes.js";
import { findDefinitionsById, findRecipeTypeRowsById } from "../domain/recipe/findRecipeTypes.js";
import { findTriggerEventsById, findTriggerRulesById } from "../domain/trigger/findTriggers.js";
import { defaultBatchColumns } from "./batch/batchFields.js";

/**
 * The loaders of one request: whatever the depth of a query, each kind of object is read once a level, not once an object.
 * They live no longer than the request, so nothing stale is shown.
 */
export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(db: Db) {
  return {
    batch: byId((ids) => findBatchesById(db, defaultBatchColumns, ids)),
    recipeType: byId((ids) => findRecipeTypeRowsById(db, ids)),
    definition: by(
      (ids) => findDefinitionsById(db, ids),
      ({ id }) => id,
      ({ definition }) => definition as object,
    ),
    recipe: byId((ids) => findRecipesById(db, ids)),
    revision: byId((ids) => findRevisionsById(db, ids)),
    supersedingRecipe: by(
      (ids) => findSupersedingRecipes(db, ids),
      (recipe) => recipe.supersededRecipeId as number,
    ),
    job: byId((ids) => findJobsById(db, ids)),
    jobType: byId((ids) => findJobTypeSummariesById(db, ids)),
    jobTypeRevision: byId((ids) => findJobTypeRevisionsById(db, ids)),
    jobError: byId((ids) => findErrorsById(db, ids)),
    event: byId((ids) => findTriggerEventsById(db, ids)),
    rule: byId((ids) => findTriggerRulesById(db, ids)),

    jobTypeByKey: new DataLoader(
      async (keys: readonly { name: string; version: string }[]) => {
        const found = new Map((await findJobTypesByKey(db, keys)).map((jobType) => [jobTypeKey(jobType), jobType]));
        return keys.map((key) => found.get(jobTypeKey(key)) ?? null);
      },
      { cacheKeyFn: jobTypeKey },
    ),
    recipeJobs: listsBy(
      (ids) => findRecipeJobs(db, ids),
      (job) => job.recipeId,
    ),
    batchEvents: listsBy(
      (ids) => findBatchEvents(db, ids),
      (event) => event.batchId,
    ),
    jobStatusCounts: new DataLoader(async (batchIds: readonly number[]) => {
      const counts = await findJobStatusCounts(db, batchIds);
      return batchIds.map((id) => counts.get(id) ?? new Map<JobStatus, number>());
    }),

    batchRecipes: ofBatches(
      (ids, { filter, window }: PartQuery<BatchRecipeOutcome>): Promise<Page<BatchRecipeRow>[]> =>
        findBatchRecipes(db, ids, filter, window),
    ),
    batchJobs: ofBatches(
      (ids, { filter, window }: PartQuery<JobStatus>): Promise<Page<BatchJobRow>[]> => findBatchJobs(db, ids, filter, window),
    ),
    batchRecipeCount: ofBatches(async (ids, { filter }: Pick<PartQuery<BatchRecipeOutcome>, "filter">) => {
      const counts = await countBatchRecipes(db, ids, filter);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    batchJobCount: ofBatches(async (ids, { filter }: Pick<PartQuery<JobStatus>, "filter">) => {
      const counts = await countBatchJobs(db, ids, filter);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  };
}

/** Which of a batch's parts are asked for. */
interface PartQuery<Filter> {
  readonly filter: readonly Filter[] | null;
  readonly window: Window;
}

/** Loads one thing by a key of it, or what is wanted of it; null where there is none. */
function by<Row, Value = Row>(
  find: (ids: readonly number[]) => Promise<Row[]>,
  keyOf: (row: Row) => number,
  pick: (row: Row) => Value = (row) => row as unknown as Value,
): DataLoader<number, Value | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await find(ids)).map((row) => [keyOf(row), pick(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Loads all things that share a key, in the order in which they are found. */
function listsBy<Row>(find: (ids: readonly number[]) => Promise<Row[]>, keyOf: (row: Row) => number): DataLoader<number, Row[]> {
  return new DataLoader(async (ids) => {
    const lists = new Map<number, Row[]>(ids.map((id) => [id, []]));
    for (const row of await find(ids)) lists.get(keyOf(row))?.push(row);
    return ids.map((id) => lists.get(id) ?? []);
  });
}

const byId = <Row extends { readonly id: number }>(find: (ids: readonly number[]) => Promise<Row[]>) => by(find, (row) => row.id);

/** Loads the same part of several batches at once; batches that are asked other questions are read apart. */
function ofBatches<Query, Part>(find: (batchIds: readonly number[], query: Query) => Promise<Part[]>) {
  const loaders = new Map<string, DataLoader<number, Part>>();
  return (batchId: number, query: Query): Promise<Part> => {
    const key = JSON.stringify(query);
    const loader = loaders.get(key) ?? new DataLoader((ids: readonly number[]) => find(ids, query));
    loaders.set(key, loader);
    return loader.load(batchId);
  };
}

const jobTypeKey = ({ name, version }: { name: string; version: string }): string => JSON.stringify([name, version]);
