import DataLoader from "dataloader";
import type { Db } from "../db/database.js";
import type { BatchPath } from "../domain/batch/read/batchView.js";
import { findBatchEvents } from "../domain/batch/read/findBatchEvents.js";
import { findBatchesById } from "../domain/batch/read/findBatches.js";
import {
  type BatchRecipeOutcome,
  countBatchJobs,
  countBatchRecipes,
  findBatchJobs,
  findBatchRecipes,
  findWorkCounts,
} from "../domain/batch/read/findBatchParts.js";
import { findJobMetrics } from "../domain/batch/read/findJobMetrics.js";
import { findFilesById } from "../domain/execution/findFiles.js";
import { findHolds } from "../domain/execution/findHolds.js";
import { findJobExecutions } from "../domain/execution/findJobExecutions.js";
import { findJobTypeQueues } from "../domain/execution/findJobTypeQueues.js";
import { findTraceparents } from "../domain/execution/findTraceparents.js";
import {
  findErrorsById,
  findJobDocumentsById,
  findJobsById,
  findJobTypeRevisionsById,
  findJobTypeSummariesById,
  findJobTypesByKey,
} from "../domain/job/findJobs.js";
import type { JobStatus } from "../domain/job/jobStatus.js";
import type { Window } from "../domain/page.js";
import {
  findRecipeJobs,
  findRecipesById,
  findRecipesOfJobs,
  findRevisionsById,
  findSupersedingRecipes,
} from "../domain/recipe/findRecipes.js";
import { findRevisionDefinitionsById } from "../domain/recipe/findRecipeTypeRevisions.js";
import { findDefinitionsById, findRecipeTypeRowsById } from "../domain/recipe/findRecipeTypes.js";
import { textOfKey } from "../domain/recipe/graph.js";
import { findTriggerEventsById, findTriggerRulesById } from "../domain/trigger/findTriggers.js";
import type { BatchSource } from "./batch/Batch.js";

/** How each loader is made of a database. */
const makers = {
  /** One loader for each list of columns that is read. `selectedPaths` gives the same array for equal lists, wherever they are selected. */
  batch: (db: Db) => {
    const loaders = new Map<readonly BatchPath[], DataLoader<number, BatchSource | null>>();
    return (paths: readonly BatchPath[]) => {
      const loader = loaders.get(paths) ?? by<BatchSource>("id", (_db, ids) => findBatchesById(db, paths, ids))(db);
      loaders.set(paths, loader);
      return loader;
    };
  },
  recipeType: by("id", findRecipeTypeRowsById),
  definition: by("id", findDefinitionsById, ({ definition }) => definition as object),
  revisionDefinition: by("id", findRevisionDefinitionsById, ({ definition }) => definition as object),
  recipe: by("id", findRecipesById),
  revision: by("id", findRevisionsById),
  supersedingRecipe: by("supersededRecipeId", findSupersedingRecipes),
  job: by("id", findJobsById),
  jobDocuments: by("id", findJobDocumentsById),
  jobType: by("id", findJobTypeSummariesById),
  jobTypeRevision: by("id", findJobTypeRevisionsById),
  jobError: by("id", findErrorsById),
  file: by("id", findFilesById),
  traceparent: by("jobId", findTraceparents, ({ traceparent }) => traceparent),
  event: by("id", findTriggerEventsById),
  rule: by("id", findTriggerRulesById),

  jobTypeByKey: (db: Db) =>
    new DataLoader(
      async (keys: readonly { name: string; version: string }[]) => {
        const found = new Map((await findJobTypesByKey(db, keys)).map((jobType) => [textOfKey(jobType), jobType]));
        return keys.map((key) => found.get(textOfKey(key)) ?? null);
      },
      { cacheKeyFn: textOfKey },
    ),
  jobExecutions: listsBy("jobId", findJobExecutions),
  hold: by("jobId", findHolds, ({ reason }) => reason),
  jobTypeQueue: by("id", findJobTypeQueues),
  recipesOfJob: listsBy("jobId", findRecipesOfJobs),
  recipeJobs: listsBy("recipeId", findRecipeJobs),
  batchEvents: listsBy("batchId", (db, ids) => findBatchEvents(db, "status", ids)),
  batchWorkEvents: listsBy("batchId", (db, ids) => findBatchEvents(db, "work", ids)),
  jobMetrics: listsBy("batchId", findJobMetrics),
  workCounts: (db: Db) => new DataLoader((batchIds: readonly number[]) => findWorkCounts(db, batchIds)),

  batchRecipes: ofBatches((db, ids, { filter, window }: PartQuery<BatchRecipeOutcome>) => findBatchRecipes(db, ids, filter, window)),
  batchJobs: ofBatches((db, ids, { filter, window }: PartQuery<JobStatus>) => findBatchJobs(db, ids, filter, window)),
  batchRecipeCount: ofBatches(countBatchRecipes),
  batchJobCount: ofBatches(countBatchJobs),
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

/** The properties of a row that hold an id. */
type KeyOf<Row> = { [Key in keyof Row]-?: Row[Key] extends number | null ? Key : never }[keyof Row];

type FindByIds<Found> = (db: Db, ids: readonly number[]) => Promise<Found[]>;

/** Loads one row by a key, or what `pick` takes of it; null where there is none. */
function by<Row extends object, Value = Row>(
  key: KeyOf<Row>,
  find: FindByIds<Row>,
  pick: (row: Row) => Value = (row) => row as unknown as Value,
): (db: Db) => DataLoader<number, Value | null> {
  return (db) =>
    new DataLoader(async (ids) => {
      const found = new Map<unknown, Value>((await find(db, ids)).map((row) => [row[key], pick(row)]));
      return ids.map((id) => found.get(id) ?? null);
    });
}

/** Loads all things that share a key, in the order in which they are found. */
function listsBy<Row extends object>(key: KeyOf<Row>, find: FindByIds<Row>): (db: Db) => DataLoader<number, Row[]> {
  return (db) =>
    new DataLoader(async (ids) => {
      const lists = new Map<unknown, Row[]>(ids.map((id) => [id, []]));
      for (const row of await find(db, ids)) lists.get(row[key])?.push(row);
      return ids.map((id) => lists.get(id) ?? []);
    });
}

/** Loads the same part of several batches at once. Batches whose parts are asked for in different ways are read apart. */
function ofBatches<Query, Part>(find: (db: Db, batchIds: readonly number[], query: Query) => Promise<Part[]>) {
  return (db: Db) => {
    const loaders = new Map<string, DataLoader<number, Part>>();
    return (batchId: number, query: Query): Promise<Part> => {
      const key = JSON.stringify(query);
      const loader = loaders.get(key) ?? new DataLoader((ids: readonly number[]) => find(db, ids, query));
      loaders.set(key, loader);
      return loader.load(batchId);
    };
  };
}
