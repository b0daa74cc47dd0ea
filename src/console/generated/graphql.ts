/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a batch re-processes. */
export type BatchDefinitionInput = {
  /** Run every job again; overrides jobNames. */
  allJobs?: boolean | null | undefined;
  /** Only recipes of this time. Absent: of all times. */
  dateRange?: DateRangeInput | null | undefined;
  /** Jobs to run again even where nothing changed: at most 1000 names, of at most 100 characters each. */
  jobNames?: Array<string> | null | undefined;
  /** The priority of the new jobs, instead of their types' own; a lower number is more urgent. */
  priority?: number | null | undefined;
  version?: string | null | undefined;
};

/** Conditions on batches. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type BatchFilter = {
  /** The name of the actor who created the batch. */
  createdBy?: Array<string> | null | undefined;
  /** Not modified after; inclusive, and to the end of its millisecond. */
  ended?: string | null | undefined;
  /** Global ids, or the integer ids that REST callers know, as `batchesChanged` tells them. */
  id?: Array<string | number> | null | undefined;
  recipeTypeId?: Array<string | number> | null | undefined;
  recipeTypeName?: Array<string> | null | undefined;
  /** Not modified before; inclusive. */
  started?: string | null | undefined;
  status?: Array<BatchStatus> | null | undefined;
  /** Part of the title, in any case. */
  title?: string | null | undefined;
  workState?: Array<WorkState> | null | undefined;
};

/** The batch to create. */
export type BatchInput = {
  definition: BatchDefinitionInput;
  /** At most 5000 characters. */
  description?: string | null | undefined;
  limits?: BatchLimitsInput | null | undefined;
  /** The recipe type whose recipes are re-processed: its global id, or its integer id. */
  recipeTypeId: string | number;
  selection?: BatchSelectionInput | null | undefined;
  /** At most 50 characters. */
  title?: string | null | undefined;
};

/** The brakes of a batch's work. What is absent stays as it is; null takes the limit away. */
export type BatchLimitsInput = {
  /** The most of the batch's jobs that run at once, from 1 on. To let none run, pause it. */
  maxRunningJobs?: number | null | undefined;
  /** From 1 on: with so many FAILED jobs the batch's work is HELD, until resumeBatch. Jobs that were FAILED when it was last resumed don't count. */
  stopAfterFailedJobs?: number | null | undefined;
};

/** What a list of batches is sorted by. Ties are broken by the id. */
export type BatchOrder = {
  direction?: OrderDirection;
  field: BatchOrderField;
};

/** What a list of batches can be sorted by. */
export type BatchOrderField =
  | 'CREATED'
  | 'CREATED_COUNT'
  | 'FAILED_COUNT'
  | 'ID'
  | 'LAST_MODIFIED'
  | 'RECIPE_TYPE_NAME'
  | 'RECIPE_TYPE_VERSION'
  | 'STATUS'
  | 'TITLE'
  | 'TOTAL_COUNT';

/** Which recipes a batch may match, beside its definition: all of these conditions must hold, too. */
export type BatchSelectionInput = {
  /** Only the recipes at which this batch failed, and those that it made and that have FAILED jobs. The latter jobs run again even where nothing changed. */
  failedInBatchId?: string | number | null | undefined;
  order?: RecipeOrder | null | undefined;
  /** Only these recipes, at most 10000, by global or integer id. Those that are superseded by then don't match. */
  recipeIds?: Array<string | number> | null | undefined;
};

/** SUBMITTED and CREATED are the documented states; REST shows every other one as SUBMITTED. */
export type BatchStatus =
  /** Stopped for good by a caller; retried, a new batch goes on with what it never came to. */
  | 'CANCELED'
  /** Every matched recipe was made or has failed. */
  | 'CREATED'
  /** Its recipes are being made. */
  | 'CREATING'
  /** Stopped by a fault of its own; resumed, it goes on where it stopped. */
  | 'FAILED'
  /** Stopped; goes on where it stopped. */
  | 'PAUSED'
  /** Asked for; its creator job waits. */
  | 'SUBMITTED';

/** Both bounds are inclusive, ended to the end of its millisecond; at least one is required. */
export type DateRangeInput = {
  ended?: string | null | undefined;
  started?: string | null | undefined;
  type?: DateRangeType | null | undefined;
};

/** What a date range is about. */
export type DateRangeType =
  /** When the recipe was made. */
  | 'CREATED'
  /** The data times of the recipe's input files. */
  | 'DATA';

/** What becomes of a job when its recipe is re-processed. */
export type JobAction =
  /** New or changed: a new job. */
  | 'ADD'
  /** Nothing changed: the new recipe keeps the old job. */
  | 'KEEP'
  /** The old job is superseded by none. */
  | 'REMOVE'
  /** Nothing changed, but it is forced, or an ancestor is: a new job supersedes the old one. */
  | 'RERUN';

/** What an execution is doing, or how it has ended. */
export type JobExecutionStatus =
  /** Its job or its batch was canceled while it ran. */
  | 'CANCELED'
  /** The job is done. */
  | 'COMPLETED'
  /** The worker has reported an error, or it ran for longer than its job's timeout. */
  | 'FAILED'
  /** Its worker let the lease run out. */
  | 'LOST'
  /** Its worker has given it back untried. That does not count as a try. */
  | 'RELEASED'
  /** A worker has it in hand. */
  | 'RUNNING';

/** What a job is doing. Workers claim those that are QUEUED, and report how they end. */
export type JobStatus =
  | 'BLOCKED'
  | 'CANCELED'
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING'
  | 'QUEUED'
  | 'RUNNING';

/** Ascending, or descending. What is null is behind every value, and before it in the other direction. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** In which order recipes are re-processed, and their jobs queued. */
export type RecipeOrder =
  /** The recipe made last comes first. */
  | 'NEWEST_FIRST'
  /** As they were made. */
  | 'OLDEST_FIRST';

/** What a caller may do. */
export type Role =
  /** Does what an operator does, and what the settings keep for administrators. */
  | 'ADMIN'
  /** Reads, changes batches, jobs, job types and webhooks, and does what a worker does. */
  | 'OPERATOR'
  /** Reads everything but webhooks, and validates batches. */
  | 'READER'
  /** Claims jobs and reports about them, and reads nothing but what belongs to its jobs. */
  | 'WORKER';

/** Which jobs are meant: exactly one of jobIds and batchId. */
export type SelectJobsInput = {
  /** All jobs that this batch has made. */
  batchId?: string | number | null | undefined;
  /** At most 1000 jobs that batches have made, by global or integer id. */
  jobIds?: Array<string | number> | null | undefined;
  /** At most 1000 characters. It stands in the history of work that goes on, and is told to the workers of jobs that are canceled. */
  reason?: string | null | undefined;
  /** Only jobs that have one of these. requeueJobs takes FAILED and CANCELED, by default FAILED; cancelJobs takes PENDING, BLOCKED, QUEUED and RUNNING, by default all of them. */
  status?: Array<JobStatus> | null | undefined;
};

/** What to change of a job type. What is absent stays as it is. */
export type UpdateJobTypeInput = {
  /** Whether its queued jobs are held; null changes nothing. */
  isPaused?: boolean | null | undefined;
  /** The most jobs of the type that run at once, from 1 on; null takes the limit away. */
  maxRunning?: number | null | undefined;
};

/** What kind of mistake it is. */
export type UserErrorCode =
  /** The object is not in a state for this, or something else would be done than was shown. */
  | 'CONFLICT'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** The idempotency key came with another input before. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The value is not one that the field takes. */
  | 'INVALID'
  /** There is no such object. */
  | 'NOT_FOUND'
  /** The field is missing. */
  | 'REQUIRED'
  /** The token is that of an execution that has ended, or of none. */
  | 'STALE_EXECUTION'
  /** There is more of it than the gateway takes. */
  | 'TOO_LARGE';

/** What becomes of the jobs that a batch made. */
export type WorkState =
  /** The batch was canceled, or its jobs were before any of them completed. */
  | 'CANCELED'
  /** No job is left that can still run, and some have FAILED or are BLOCKED, or the batch itself has FAILED. */
  | 'FAILED'
  /** No further job is handed out until the batch is resumed; those that run go on. */
  | 'HELD'
  /** Jobs were handed out, and some can still run. */
  | 'RUNNING'
  /** No job is left that can still run, and none has failed. */
  | 'SUCCEEDED'
  /** No job was handed out yet. */
  | 'WAITING';

export type CancelBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type CancelBatchMutation = { change: { errors: Array<{ message: string }> } };

export type PauseBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type PauseBatchMutation = { change: { errors: Array<{ message: string }> } };

export type ResumeBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeBatchMutation = { change: { errors: Array<{ message: string }> } };

export type RetryBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryBatchMutation = { change: { batch: { databaseId: number } | null, errors: Array<{ message: string }> } };

export type RequeueJobsMutationVariables = Exact<{
  input: SelectJobsInput;
}>;


export type RequeueJobsMutation = { change: { count: number, errors: Array<{ message: string }> } };

export type LimitBatchMutationVariables = Exact<{
  id: string | number;
  limits: BatchLimitsInput;
}>;


export type LimitBatchMutation = { change: { errors: Array<{ message: string }> } };

export type ChangedBatchesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangedBatchesSubscription = { batchesChanged: Array<number> | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role } };

export type LiveBatchFragment = { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } };

export type WatchBatchSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WatchBatchSubscription = { batchProgress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } };

export type BatchPageQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchPageQuery = { batch: { databaseId: number, title: string | null, description: string | null, created: string, stalledSince: string | null, retryOf: { databaseId: number, title: string | null } | null, recipeType: { databaseId: number, name: string, version: string, title: string | null }, event: { description: Record<string, unknown> }, definition: { allJobs: boolean, jobNames: Array<string> | null, priority: number | null, dateRange: { started: string | null, ended: string | null, type: DateRangeType } | null }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } }, events: Array<{ actor: string, to: BatchStatus, occurred: string, reason: string | null }>, workEvents: Array<{ actor: string, to: WorkState, occurred: string, reason: string | null }> } | null };

export type JobTimesQueryVariables = Exact<{
  id: string | number;
}>;


export type JobTimesQuery = { batch: { jobs: { nodes: Array<{ isOriginal: boolean, created: string, job: { status: JobStatus, started: string | null, ended: string | null, lastStatusChange: string | null } }> } } | null };

export type FailedJobsQueryVariables = Exact<{
  id: string | number;
}>;


export type FailedJobsQuery = { batch: { jobs: { totalCount: number, nodes: Array<{ job: { databaseId: number, jobType: { name: string, version: string }, error: { name: string, title: string | null, description: string | null } | null, executions: Array<{ message: string | null }> } }> }, recipes: { totalCount: number, nodes: Array<{ supersededRecipe: { databaseId: number } | null, failure: { code: string, message: string } | null }> } } | null };

export type JobsPageQueryVariables = Exact<{
  id: string | number;
  status?: Array<JobStatus> | JobStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsPageQuery = { batch: { jobs: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ isOriginal: boolean, job: { databaseId: number, status: JobStatus, numExes: number, held: string | null, started: string | null, ended: string | null, jobType: { name: string, version: string } } }> } } | null };

export type JobExecutionsQueryVariables = Exact<{
  id: string | number;
}>;


export type JobExecutionsQuery = { job: { held: string | null, executions: Array<{ attempt: number, status: JobExecutionStatus, worker: string, claimed: string, ended: string | null, exitCode: number | null, message: string | null, logTail: string | null, error: { name: string } | null }> } | null };

export type BatchRowFragment = { databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type BatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type BatchRowsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type BatchRowsQuery = { batches: { nodes: Array<{ databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } }> } };

export type NewBatchTypeQueryVariables = Exact<{
  id: string | number;
}>;


export type NewBatchTypeQuery = { recipeType: { databaseId: number, name: string, version: string, title: string | null, isActive: boolean, revisionNum: number, definition: Record<string, unknown> } | null };

export type RecipesInTimeQueryVariables = Exact<{
  id: string | number;
  type: DateRangeType;
  outdated: boolean;
  intervals: number;
}>;


export type RecipesInTimeQuery = { recipeType: { recipesOverTime: { started: string, ended: string, seconds: number, counts: Array<number> } | null } | null };

export type BatchPlanMutationVariables = Exact<{
  input: BatchInput;
}>;


export type BatchPlanMutation = { validateBatch: { valid: boolean, recipeCount: number | null, planToken: string | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, warnings: Array<{ id: string, details: string }>, plan: Array<{ revisionNum: number, recipeCount: number, canReprocess: boolean, reason: string | null, jobs: Array<{ jobName: string, action: JobAction, jobType: { name: string, version: string } | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey: string;
  planToken?: string | null | undefined;
}>;


export type CreateBatchMutation = { createBatch: { batch: { databaseId: number } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type QueuedTypeFragment = { databaseId: number, name: string, version: string, isPaused: boolean, maxRunning: number | null, queue: { queued: number, held: number, running: number, oldest: string | null, lastClaim: string | null } };

export type QueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type QueuesQuery = { jobTypes: { nodes: Array<{ databaseId: number, name: string, version: string, isPaused: boolean, maxRunning: number | null, queue: { queued: number, held: number, running: number, oldest: string | null, lastClaim: string | null } }> }, workers: Array<{ name: string, running: number, lastSeen: string }> };

export type WatchQueuesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchQueuesSubscription = { queues: { jobTypes: Array<{ databaseId: number, name: string, version: string, isPaused: boolean, maxRunning: number | null, queue: { queued: number, held: number, running: number, oldest: string | null, lastClaim: string | null } }>, workers: Array<{ name: string, running: number, lastSeen: string }> } };

export type UpdateJobTypeMutationVariables = Exact<{
  id: string | number;
  input: UpdateJobTypeInput;
}>;


export type UpdateJobTypeMutation = { change: { errors: Array<{ message: string }> } };

export type RecipeTypePageQueryVariables = Exact<{
  id: string | number;
}>;


export type RecipeTypePageQuery = { recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, revisionNum: number, revisions: Array<{ revisionNum: number, created: string }> } | null };

export type RecipesByRevisionMutationVariables = Exact<{
  id: string | number;
}>;


export type RecipesByRevisionMutation = { validateBatch: { plan: Array<{ revisionNum: number, recipeCount: number }> } };

export type TypeBatchesQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type TypeBatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number, title: string | null, created: string, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } }> } };

export type ChainQueryVariables = Exact<{
  id: string | number;
}>;


export type ChainQuery = { batch: { databaseId: number, previous: { databaseId: number, previous: { databaseId: number, previous: { databaseId: number, previous: { databaseId: number, previous: { databaseId: number } | null } | null } | null } | null } | null } | null };

export type ChainMetricsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ChainMetricsQuery = { compareBatches: { batches: Array<{ databaseId: number, title: string | null }>, jobs: Array<{ jobName: string, metrics: Array<{ jobName: string, count: number, failed: number, shortest: number | null, mean: number | null, p95: number | null, longest: number | null } | null> }> } };

export type DefinitionsQueryVariables = Exact<{
  id: string | number;
  revisionNum: Array<number> | number;
}>;


export type DefinitionsQuery = { recipeType: { revisions: Array<{ revisionNum: number, definition: Record<string, unknown> }> } | null };

export type RecipeTypesQueryVariables = Exact<{
  first: number;
  search?: string | null | undefined;
  isActive?: boolean | null | undefined;
}>;


export type RecipeTypesQuery = { recipeTypes: { totalCount: number, nodes: Array<{ databaseId: number, name: string, version: string, title: string | null, isActive: boolean, revisionNum: number, lastModified: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const LiveBatchFragmentDoc = new TypedDocumentString(`
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}
    `, {"fragmentName":"LiveBatch"}) as unknown as TypedDocumentString<LiveBatchFragment, unknown>;
export const BatchRowFragmentDoc = new TypedDocumentString(`
    fragment BatchRow on Batch {
  databaseId
  title
  created
  recipeType {
    databaseId
    name
    version
  }
  event {
    description
  }
  progress {
    ...LiveBatch
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}`, {"fragmentName":"BatchRow"}) as unknown as TypedDocumentString<BatchRowFragment, unknown>;
export const QueuedTypeFragmentDoc = new TypedDocumentString(`
    fragment QueuedType on JobType {
  databaseId
  name
  version
  isPaused
  maxRunning
  queue {
    queued
    held
    running
    oldest
    lastClaim
  }
}
    `, {"fragmentName":"QueuedType"}) as unknown as TypedDocumentString<QueuedTypeFragment, unknown>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!, $reason: String) {
  change: cancelBatch(id: $id, reason: $reason) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:31e9a7297e4d02e283c55c185c0c5ea0c00b0cfe7e529262d902fe0f6d5292bf"}) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const PauseBatchDocument = new TypedDocumentString(`
    mutation PauseBatch($id: ID!, $reason: String) {
  change: pauseBatch(id: $id, reason: $reason) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:22c16e838cd270a15d181380ddec1c3ab6a40dc86a920e72ddcfdad54a8347fa"}) as unknown as TypedDocumentString<PauseBatchMutation, PauseBatchMutationVariables>;
export const ResumeBatchDocument = new TypedDocumentString(`
    mutation ResumeBatch($id: ID!) {
  change: resumeBatch(id: $id) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:650f077dc4afe4f602f73792a893ff82ced2e5edaf620aad351fc3d6ebca8b91"}) as unknown as TypedDocumentString<ResumeBatchMutation, ResumeBatchMutationVariables>;
export const RetryBatchDocument = new TypedDocumentString(`
    mutation RetryBatch($id: ID!) {
  change: retryBatch(id: $id) {
    batch {
      databaseId
    }
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:d594168534410128ede92ecbcb93d76220d3c95b36ec713cd322f17ad57f3bad"}) as unknown as TypedDocumentString<RetryBatchMutation, RetryBatchMutationVariables>;
export const RequeueJobsDocument = new TypedDocumentString(`
    mutation RequeueJobs($input: SelectJobsInput!) {
  change: requeueJobs(input: $input) {
    count
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:4063c00b6cd183e6722649e5c583d151bf8d29a59922c555ce1d3e7ef464007c"}) as unknown as TypedDocumentString<RequeueJobsMutation, RequeueJobsMutationVariables>;
export const LimitBatchDocument = new TypedDocumentString(`
    mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
  change: updateBatch(id: $id, input: {limits: $limits}) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:31fd4e78ed58534ea349832b0a48cee86a2fa53977d13aa118153f41c447f3b1"}) as unknown as TypedDocumentString<LimitBatchMutation, LimitBatchMutationVariables>;
export const ChangedBatchesDocument = new TypedDocumentString(`
    subscription ChangedBatches {
  batchesChanged
}
    `, {"hash":"sha256:145f2be1dbf7bd0326622d4062b8165fd4c6d2a2f30b1049ea3ec3df734e5cc6"}) as unknown as TypedDocumentString<ChangedBatchesSubscription, ChangedBatchesSubscriptionVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
  }
}
    `, {"hash":"sha256:4c016ab1fc0019d05778f52f45bd12f692e3137fc5f960705072227946f6f649"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WatchBatchDocument = new TypedDocumentString(`
    subscription WatchBatch($id: ID!) {
  batchProgress(id: $id) {
    ...LiveBatch
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}`, {"hash":"sha256:5500844059a8077d15b7db5b508f8f86b0da924308ce6405dcff9d3dbd8396e7"}) as unknown as TypedDocumentString<WatchBatchSubscription, WatchBatchSubscriptionVariables>;
export const BatchPageDocument = new TypedDocumentString(`
    query BatchPage($id: ID!) {
  batch(id: $id) {
    databaseId
    title
    description
    created
    stalledSince
    retryOf {
      databaseId
      title
    }
    recipeType {
      databaseId
      name
      version
      title
    }
    event {
      description
    }
    definition {
      allJobs
      jobNames
      priority
      dateRange {
        started
        ended
        type
      }
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
    progress {
      ...LiveBatch
    }
    events {
      actor
      to
      occurred
      reason
    }
    workEvents {
      actor
      to
      occurred
      reason
    }
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}`, {"hash":"sha256:3421be6c7032865e94303875b5f54351fa370b9aeda5de5429a99edd80d9641b"}) as unknown as TypedDocumentString<BatchPageQuery, BatchPageQueryVariables>;
export const JobTimesDocument = new TypedDocumentString(`
    query JobTimes($id: ID!) {
  batch(id: $id) {
    jobs(first: 1000) {
      nodes {
        isOriginal
        created
        job {
          status
          started
          ended
          lastStatusChange
        }
      }
    }
  }
}
    `, {"hash":"sha256:3ce4e138312b5e7a4b0c45833a799fe8fde59b353c792d5838c412ce8a812f97"}) as unknown as TypedDocumentString<JobTimesQuery, JobTimesQueryVariables>;
export const FailedJobsDocument = new TypedDocumentString(`
    query FailedJobs($id: ID!) {
  batch(id: $id) {
    jobs(first: 200, status: [FAILED]) {
      totalCount
      nodes {
        job {
          databaseId
          jobType {
            name
            version
          }
          error {
            name
            title
            description
          }
          executions {
            message
          }
        }
      }
    }
    recipes(first: 200, outcome: [FAILED]) {
      totalCount
      nodes {
        supersededRecipe {
          databaseId
        }
        failure {
          code
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:e39c50bf0e60785c3a21bc69a303d28d3b674490c623735950b94cac442837d0"}) as unknown as TypedDocumentString<FailedJobsQuery, FailedJobsQueryVariables>;
export const JobsPageDocument = new TypedDocumentString(`
    query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {
  batch(id: $id) {
    jobs(first: 50, status: $status, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        isOriginal
        job {
          databaseId
          status
          numExes
          held
          started
          ended
          jobType {
            name
            version
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:bf12a5e4003f977b08ab880c273661478fd50720c3a1bae4428584b9a1bf9d4a"}) as unknown as TypedDocumentString<JobsPageQuery, JobsPageQueryVariables>;
export const JobExecutionsDocument = new TypedDocumentString(`
    query JobExecutions($id: ID!) {
  job(id: $id) {
    held
    executions {
      attempt
      status
      worker
      claimed
      ended
      exitCode
      message
      logTail
      error {
        name
      }
    }
  }
}
    `, {"hash":"sha256:50ce41c001f8dd76336b02ae9e7df1f5874566cf13db5f187e6aaee28220891c"}) as unknown as TypedDocumentString<JobExecutionsQuery, JobExecutionsQueryVariables>;
export const BatchesDocument = new TypedDocumentString(`
    query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...BatchRow
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}
fragment BatchRow on Batch {
  databaseId
  title
  created
  recipeType {
    databaseId
    name
    version
  }
  event {
    description
  }
  progress {
    ...LiveBatch
  }
}`, {"hash":"sha256:404cfdc9821b2cd2227b773f69173c1536416c58eeac9b460ad6c01e5ab93b1e"}) as unknown as TypedDocumentString<BatchesQuery, BatchesQueryVariables>;
export const BatchRowsDocument = new TypedDocumentString(`
    query BatchRows($ids: [ID!]!) {
  batches(first: 100, filter: {id: $ids}) {
    nodes {
      ...BatchRow
    }
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}
fragment BatchRow on Batch {
  databaseId
  title
  created
  recipeType {
    databaseId
    name
    version
  }
  event {
    description
  }
  progress {
    ...LiveBatch
  }
}`, {"hash":"sha256:c0106999f24c91bf27bac39dde0d2c3acd61eaadb8273c923661b54877099f9d"}) as unknown as TypedDocumentString<BatchRowsQuery, BatchRowsQueryVariables>;
export const NewBatchTypeDocument = new TypedDocumentString(`
    query NewBatchType($id: ID!) {
  recipeType(id: $id) {
    databaseId
    name
    version
    title
    isActive
    revisionNum
    definition
  }
}
    `, {"hash":"sha256:8269fc19904409d02d077423e9c9bc1da5da6c5ebd7cae54e263d3d724d2ce19"}) as unknown as TypedDocumentString<NewBatchTypeQuery, NewBatchTypeQueryVariables>;
export const RecipesInTimeDocument = new TypedDocumentString(`
    query RecipesInTime($id: ID!, $type: DateRangeType!, $outdated: Boolean!, $intervals: Int!) {
  recipeType(id: $id) {
    recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) {
      started
      ended
      seconds
      counts
    }
  }
}
    `, {"hash":"sha256:07b40215d2f3129688065bc9edf1a646c87a58cb26cba274ffff2f510f2c72c6"}) as unknown as TypedDocumentString<RecipesInTimeQuery, RecipesInTimeQueryVariables>;
export const BatchPlanDocument = new TypedDocumentString(`
    mutation BatchPlan($input: BatchInput!) {
  validateBatch(input: $input) {
    valid
    recipeCount
    planToken
    errors {
      code
      path
      message
    }
    warnings {
      id
      details
    }
    plan {
      revisionNum
      recipeCount
      canReprocess
      reason
      jobs {
        jobName
        action
        jobType {
          name
          version
        }
      }
    }
  }
}
    `, {"hash":"sha256:080ef82d2e2c3b41ff601d9f348c1b00a7e996838d3d57b2587d19694f4e69cd"}) as unknown as TypedDocumentString<BatchPlanMutation, BatchPlanMutationVariables>;
export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $idempotencyKey: String!, $planToken: String) {
  createBatch(
    input: $input
    idempotencyKey: $idempotencyKey
    planToken: $planToken
  ) {
    batch {
      databaseId
    }
    errors {
      code
      path
      message
    }
  }
}
    `, {"hash":"sha256:f0198805c919e5f2cc0e2d18025018aef56c1cb3d3c10ae6f08cdc8addc18e39"}) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;
export const QueuesDocument = new TypedDocumentString(`
    query Queues {
  jobTypes(first: 500, filter: {isSystem: false}) {
    nodes {
      ...QueuedType
    }
  }
  workers {
    name
    running
    lastSeen
  }
}
    fragment QueuedType on JobType {
  databaseId
  name
  version
  isPaused
  maxRunning
  queue {
    queued
    held
    running
    oldest
    lastClaim
  }
}`, {"hash":"sha256:8bce2ad7757c1879b895333ee01f836303bb4bc5d732001261c8ffba1f9e9d09"}) as unknown as TypedDocumentString<QueuesQuery, QueuesQueryVariables>;
export const WatchQueuesDocument = new TypedDocumentString(`
    subscription WatchQueues {
  queues {
    jobTypes {
      ...QueuedType
    }
    workers {
      name
      running
      lastSeen
    }
  }
}
    fragment QueuedType on JobType {
  databaseId
  name
  version
  isPaused
  maxRunning
  queue {
    queued
    held
    running
    oldest
    lastClaim
  }
}`, {"hash":"sha256:5d6a8e4e30574200cb2afd94708f7599a781df63958f62484052aaa8dd8b66f9"}) as unknown as TypedDocumentString<WatchQueuesSubscription, WatchQueuesSubscriptionVariables>;
export const UpdateJobTypeDocument = new TypedDocumentString(`
    mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
  change: updateJobType(id: $id, input: $input) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:1b7bf61b04f265ba2b6f8e1e96663f2801cb1394be2f76fa18e63d2250d7be42"}) as unknown as TypedDocumentString<UpdateJobTypeMutation, UpdateJobTypeMutationVariables>;
export const RecipeTypePageDocument = new TypedDocumentString(`
    query RecipeTypePage($id: ID!) {
  recipeType(id: $id) {
    databaseId
    name
    version
    title
    description
    isActive
    revisionNum
    revisions {
      revisionNum
      created
    }
  }
}
    `, {"hash":"sha256:be361ea696e6663c9af4cb3f75520f6576c33cc24e79d0d1dcd3a7dd473f042f"}) as unknown as TypedDocumentString<RecipeTypePageQuery, RecipeTypePageQueryVariables>;
export const RecipesByRevisionDocument = new TypedDocumentString(`
    mutation RecipesByRevision($id: ID!) {
  validateBatch(input: {recipeTypeId: $id, definition: {allJobs: true}}) {
    plan {
      revisionNum
      recipeCount
    }
  }
}
    `, {"hash":"sha256:11dde33455306015aba43106e4472390c56cf0866994c0b8b9bb6f1981f2d619"}) as unknown as TypedDocumentString<RecipesByRevisionMutation, RecipesByRevisionMutationVariables>;
export const TypeBatchesDocument = new TypedDocumentString(`
    query TypeBatches($id: ID!, $first: Int!) {
  batches(
    first: $first
    filter: {recipeTypeId: [$id]}
    orderBy: [{field: CREATED, direction: DESC}]
  ) {
    totalCount
    nodes {
      databaseId
      title
      created
      progress {
        ...LiveBatch
      }
    }
  }
}
    fragment LiveBatch on BatchProgress {
  status
  total
  created
  failed
  percent
  work {
    state
    percent
    finished
    estimate
    recipesCompleted
    jobs {
      blocked
      canceled
      completed
      failed
      pending
      queued
      running
      total
    }
  }
}`, {"hash":"sha256:d9a9ccd41814dd211013ef0b3f63487ecb5bd8dc4e1686059690a0edd2300bc9"}) as unknown as TypedDocumentString<TypeBatchesQuery, TypeBatchesQueryVariables>;
export const ChainDocument = new TypedDocumentString(`
    query Chain($id: ID!) {
  batch(id: $id) {
    databaseId
    previous {
      databaseId
      previous {
        databaseId
        previous {
          databaseId
          previous {
            databaseId
            previous {
              databaseId
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:a44e5c6522360d9061844b4c2f764ab9bdd9335e33733735860e32415d322c07"}) as unknown as TypedDocumentString<ChainQuery, ChainQueryVariables>;
export const ChainMetricsDocument = new TypedDocumentString(`
    query ChainMetrics($ids: [ID!]!) {
  compareBatches(ids: $ids) {
    batches {
      databaseId
      title
    }
    jobs {
      jobName
      metrics {
        jobName
        count
        failed
        shortest
        mean
        p95
        longest
      }
    }
  }
}
    `, {"hash":"sha256:2a1b21079bcba6087b7ae15410ec4e57d830256b4a76ded7ac6a36efe431fd01"}) as unknown as TypedDocumentString<ChainMetricsQuery, ChainMetricsQueryVariables>;
export const DefinitionsDocument = new TypedDocumentString(`
    query Definitions($id: ID!, $revisionNum: [Int!]!) {
  recipeType(id: $id) {
    revisions(revisionNum: $revisionNum) {
      revisionNum
      definition
    }
  }
}
    `, {"hash":"sha256:4adb30dfbd0b49b50c1c261d3e537bf3daa85e83211d5a6626fc23e5482405ad"}) as unknown as TypedDocumentString<DefinitionsQuery, DefinitionsQueryVariables>;
export const RecipeTypesDocument = new TypedDocumentString(`
    query RecipeTypes($first: Int!, $search: String, $isActive: Boolean) {
  recipeTypes(first: $first, filter: {search: $search, isActive: $isActive}) {
    totalCount
    nodes {
      databaseId
      name
      version
      title
      isActive
      revisionNum
      lastModified
    }
  }
}
    `, {"hash":"sha256:c9c89dcacb54e171a7e61dd4899e22632a87ce15f242b960c1d4c3abea1447b2"}) as unknown as TypedDocumentString<RecipeTypesQuery, RecipeTypesQueryVariables>;