import DataLoader from "dataloader";
import type { Db } from "../db/database.js";
import type { BatchPath } from "../domain/batch/read/batchView.js";
import { findBatchEvents } from "../domain/batch/read/findBatchEvents.js";
import { findBatchesById } from "../domain/batch/read/findBatches.js";
import {
  type BatchJobRow,
  type BatchRecipeOutcome,
  type BatchRecipeRow,
  countBatchJobs,
  countBatchRecipes,
  findBatchJobs,
  findBatchRecipes,
  findWorkCounts,
} from "../domain/batch/read/findBatchParts.js";
import { findFilesById } from "../domain/execution/findFiles.js";
import { findHolds } from "../domain/execution/findHolds.js";
import { findJobExecutions } from "../domain/execution/findJobExecutions.js";
import { findJobTypeQueues } from "../domain/execution/findJobTypeQueues.js";
import {
  findErrorsById,
  findJobDocumentsById,
  findJobsById,
  findJobTypeRevisionsById,
  findJobTypeSummariesById,
  findJobTypesByKey,
} from "../domain/job/findJobs.js";
import type { JobStatus } from "../domain/job/jobStatus.js";
import type { Page, Window } from "../domain/page.js";
import {
  findRecipeJobs,
  findRecipesById,
  findRecipesOfJobs,
  findRevisionsById,
  findSupersedingRecipes,
} from "../domain/recipe/findRecipes.js";
import { findDefinitionsById, findRecipeTypeRowsById } from "../domain/recipe/findRecipeTypes.js";
import { textOfKey } from "../domain/recipe/graph.js";
import { findTriggerEventsById, findTriggerRulesById } from "../domain/trigger/findTriggers.js";
import type { BatchSource } from "./batch/Batch.js";

/** How each loader is made. */
const makers = {
  /** One loader for each list of columns that is read. `selectedPaths` gives the same array for equal lists, wherever they are selected. */
  batch: (db: Db) => {
    const loaders = new Map<readonly BatchPath[], DataLoader<number, BatchSource | null>>();
    return (paths: readonly BatchPath[]) => {
      const loader = loaders.get(paths) ?? byId<BatchSource>((ids) => findBatchesById(db, paths, ids));
      loaders.set(paths, loader);
      return loader;
    };
  },
  recipeType: (db: Db) => byId((ids) => findRecipeTypeRowsById(db, ids)),
  definition: (db: Db) =>
    by(
      (ids) => findDefinitionsById(db, ids),
      ({ id }) => id,
      ({ definition }) => definition as object,
    ),
  recipe: (db: Db) => byId((ids) => findRecipesById(db, ids)),
  revision: (db: Db) => byId((ids) => findRevisionsById(db, ids)),
  supersedingRecipe: (db: Db) =>
    by(
      (ids) => findSupersedingRecipes(db, ids),
      (recipe) => recipe.supersededRecipeId as number,
    ),
  job: (db: Db) => byId((ids) => findJobsById(db, ids)),
  jobDocuments: (db: Db) => byId((ids) => findJobDocumentsById(db, ids)),
  jobType: (db: Db) => byId((ids) => findJobTypeSummariesById(db, ids)),
  jobTypeRevision: (db: Db) => byId((ids) => findJobTypeRevisionsById(db, ids)),
  jobError: (db: Db) => byId((ids) => findErrorsById(db, ids)),
  file: (db: Db) => byId((ids) => findFilesById(db, ids)),
  event: (db: Db) => byId((ids) => findTriggerEventsById(db, ids)),
  rule: (db: Db) => byId((ids) => findTriggerRulesById(db, ids)),

  jobTypeByKey: (db: Db) =>
    new DataLoader(
      async (keys: readonly { name: string; version: string }[]) => {
        const found = new Map((await findJobTypesByKey(db, keys)).map((jobType) => [textOfKey(jobType), jobType]));
        return keys.map((key) => found.get(textOfKey(key)) ?? null);
      },
      { cacheKeyFn: textOfKey },
    ),
  jobExecutions: (db: Db) =>
    listsBy(
      (ids) => findJobExecutions(db, ids),
      (execution) => execution.jobId,
    ),
  hold: (db: Db) =>
    by(
      (ids) => findHolds(db, ids),
      ({ jobId }) => jobId,
      ({ reason }) => reason,
    ),
  jobTypeQueue: (db: Db) => byId((ids) => findJobTypeQueues(db, ids)),
  recipesOfJob: (db: Db) =>
    listsBy(
      (ids) => findRecipesOfJobs(db, ids),
      (recipe) => recipe.jobId,
    ),
  recipeJobs: (db: Db) =>
    listsBy(
      (ids) => findRecipeJobs(db, ids),
      (job) => job.recipeId,
    ),
  batchEvents: (db: Db) =>
    listsBy(
      (ids) => findBatchEvents(db, "status", ids),
      (event) => event.batchId,
    ),
  batchWorkEvents: (db: Db) =>
    listsBy(
      (ids) => findBatchEvents(db, "work", ids),
      (event) => event.batchId,
    ),
  workCounts: (db: Db) => new DataLoader((batchIds: readonly number[]) => findWorkCounts(db, batchIds)),

  batchRecipes: (db: Db) =>
    ofBatches(
      (ids, { filter, window }: PartQuery<BatchRecipeOutcome>): Promise<Page<BatchRecipeRow>[]> =>
        findBatchRecipes(db, ids, filter, window),
    ),
  batchJobs: (db: Db) =>
    ofBatches((ids, { filter, window }: PartQuery<JobStatus>): Promise<Page<BatchJobRow>[]> => findBatchJobs(db, ids, filter, window)),
  batchRecipeCount: (db: Db) =>
    ofBatches(async (ids, { filter }: Pick<PartQuery<BatchRecipeOutcome>, "filter">) => {
      const counts = await countBatchRecipes(db, ids, filter);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  batchJobCount: (db: Db) =>
    ofBatches(async (ids, { filter }: Pick<PartQuery<JobStatus>, "filter">) => {
      const counts = await countBatchJobs(db, ids, filter);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
};

/**
 * The loaders of one request. Whatever the depth of a query, each kind of object is read once for each level, not once for each object.
 * Loaders live no longer than the request, so nothing stale is shown. Each is made when it is first needed, because most never are.
 */
export type Loaders = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> };

class LazyLoaders {
  constructor(readonly db: Db) {}
}

for (const [name, make] of Object.entries(makers)) {
  Object.defineProperty(LazyLoaders.prototype, name, {
    get(this: LazyLoaders) {
      const loader = make(this.db);
      Object.defineProperty(this, name, { value: loader });
      return loader;
    },
  });
}

export const createLoaders = (db: Db): Loaders => new LazyLoaders(db) as unknown as Loaders;

/** Which of a batch's parts are asked for. */
interface PartQuery<Filter> {
  readonly filter: readonly Filter[] | null;
  readonly window: Window;
}

/** Loads one row by a key, or what `pick` takes of it; null where there is none. */
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

/** Loads the same part of several batches at once. Batches whose parts are asked for in different ways are read apart. */
function ofBatches<Query, Part>(find: (batchIds: readonly number[], query: Query) => Promise<Part[]>) {
  const loaders = new Map<string, DataLoader<number, Part>>();
  return (batchId: number, query: Query): Promise<Part> => {
    const key = JSON.stringify(query);
    const loader = loaders.get(key) ?? new DataLoader((ids: readonly number[]) => find(ids, query));
    loaders.set(key, loader);
    return loader.load(batchId);
  };
}
