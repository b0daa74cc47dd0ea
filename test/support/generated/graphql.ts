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

/** What became of a matched recipe. */
export type BatchRecipeOutcome =
  /** A new recipe supersedes the matched one. */
  | 'CREATED'
  /** The recipe could not be re-processed, and stays as it was. */
  | 'FAILED';

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

/** What a worker asks for. */
export type ClaimJobsInput = {
  /** The job types that the worker can run, at most 1000. Empty or absent: every one. */
  jobTypes?: Array<JobTypeKeyInput> | null | undefined;
  /** How long an execution stays the worker's without a word from it, 5 to 3600 seconds. */
  leaseSeconds?: number;
  /** The most jobs to take, 1 to 1000. */
  max?: number;
  /** 1 to 255 characters, made anew for each claim. Repeated with the same worker and requestId, a claim answers what it answered before, so that a lost answer loses nothing. */
  requestId?: string | null | undefined;
  /** How long to wait where there is no job, 0 to 60 seconds. The answer comes as soon as there is one. */
  waitSeconds?: number;
  /** The worker's name, 1 to 250 characters: for people, and to tell workers apart. */
  worker: string;
};

/** The job is done. */
export type CompletedInput = {
  exitCode?: number | null | undefined;
  /** The end of the log, for people. The last 16384 characters are kept. */
  logTail?: string | null | undefined;
  /** What came out of it: `{version, output_data: [{name, value | file_id | file_ids | file | files}]}`, by the names of the job type's interface. */
  results?: Record<string, unknown> | null | undefined;
};

/** A webhook to be registered. */
export type CreateWebhookInput = {
  /** At most 5000 characters. */
  description?: string | null | undefined;
  /** What it is told of: at least one. */
  events: Array<WebhookEvent>;
  /** Begins with https:// and leads to a public address, unless the gateway's settings allow others. At most 2000 characters. */
  url: string;
};

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

/** The job has failed. */
export type FailedInput = {
  /** The error's name, 1 to 50 characters, such as out-of-memory: the same name for the same kind of failure. */
  error: string;
  exitCode?: number | null | undefined;
  /** The end of the log, for people. The last 16384 characters are kept. */
  logTail?: string | null | undefined;
  /** What happened, for people. The first 2000 characters are kept. */
  message?: string | null | undefined;
  /** The least seconds until the next try, up to 7 days. Absent: about 5 after the first try, twice as many after each further one, up to 600. */
  retryAfterSeconds?: number | null | undefined;
  /** False where another try would fail, too. */
  retryable?: boolean;
};

/** The worker is still at it: its lease is renewed. */
export type HeartbeatInput = {
  /** How long an execution stays the worker's without a word from it, 5 to 3600 seconds. Absent: as long as it was claimed for. */
  leaseSeconds?: number | null | undefined;
  /** The end of the log, for people. The last 16384 characters are kept. */
  logTail?: string | null | undefined;
};

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

/** What a worker tells about an execution: exactly one of heartbeat, completed, failed and released. */
export type JobReportInput = {
  completed?: CompletedInput | null | undefined;
  failed?: FailedInput | null | undefined;
  heartbeat?: HeartbeatInput | null | undefined;
  released?: ReleasedInput | null | undefined;
  /** From the claim. */
  token: string;
};

/** What a job is doing. Workers claim those that are QUEUED, and report how they end. */
export type JobStatus =
  | 'BLOCKED'
  | 'CANCELED'
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING'
  | 'QUEUED'
  | 'RUNNING';

/** Conditions on job types. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type JobTypeFilter = {
  isActive?: boolean | null | undefined;
  /** Whether it is one of the gateway's own, which no worker runs. */
  isSystem?: boolean | null | undefined;
  name?: Array<string> | null | undefined;
};

/** A job type, by its name. Without a version: all of its versions. */
export type JobTypeKeyInput = {
  name: string;
  version?: string | null | undefined;
};

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

/** Conditions on recipe types. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type RecipeTypeFilter = {
  isActive?: boolean | null | undefined;
  name?: Array<string> | null | undefined;
  /** Part of the name or the title, in any case. */
  search?: string | null | undefined;
};

/** The worker gives the job back untried. That does not count as a try. */
export type ReleasedInput = {
  reason?: string | null | undefined;
};

/** What a worker tells, and asks for. */
export type ReportJobsInput = {
  /** A claim for when the reports are done. With waitSeconds, the answer to the reports waits, too. */
  claim?: ClaimJobsInput | null | undefined;
  /** At most 1000. Each is taken or refused by itself. */
  reports: Array<JobReportInput>;
};

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

/** What to change of a batch. What is absent stays as it is; null empties it. */
export type UpdateBatchInput = {
  /** At most 5000 characters. */
  description?: string | null | undefined;
  /** Null changes nothing. */
  limits?: BatchLimitsInput | null | undefined;
  /** At most 50 characters. */
  title?: string | null | undefined;
};

/** What to change of a job type. What is absent stays as it is. */
export type UpdateJobTypeInput = {
  /** Whether its queued jobs are held; null changes nothing. */
  isPaused?: boolean | null | undefined;
  /** The most jobs of the type that run at once, from 1 on; null takes the limit away. */
  maxRunning?: number | null | undefined;
};

/** What to change of a webhook. What is absent stays as it is. */
export type UpdateWebhookInput = {
  /** At most 5000 characters. Null takes it away. */
  description?: string | null | undefined;
  /** What it is told of: at least one. Null changes nothing. */
  events?: Array<WebhookEvent> | null | undefined;
  /** Whether it is told of anything. Null changes nothing. */
  isActive?: boolean | null | undefined;
  /** Begins with https:// and leads to a public address, unless the gateway's settings allow others. At most 2000 characters. Null changes nothing. */
  url?: string | null | undefined;
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

/** What has become of a message. */
export type WebhookDeliveryStatus =
  /** It is given up. */
  | 'FAILED'
  /** It is still to be sent, or sent again. */
  | 'PENDING'
  /** It was answered with a status from 200 to 299. */
  | 'SUCCEEDED';

/** What a webhook is told of. In messages, it is written with dots: `batch.work.succeeded`. */
export type WebhookEvent =
  /** All recipes of a batch were made, or have failed: its status is CREATED. Its jobs may still run. */
  | 'BATCH_CREATED'
  /** The creation of a batch has failed: its status is FAILED. */
  | 'BATCH_FAILED'
  /** The work of a batch was canceled, and none of its jobs runs any more. */
  | 'BATCH_WORK_CANCELED'
  /** The work of a batch is finished, and jobs have failed. */
  | 'BATCH_WORK_FAILED'
  /** So many jobs of a batch have failed that its stopAfterFailedJobs has held its work. */
  | 'BATCH_WORK_STOPPED'
  /** The work of a batch is finished, and no job has failed. */
  | 'BATCH_WORK_SUCCEEDED';

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

export type LoadedBatchQueryVariables = Exact<{ [key: string]: never; }>;


export type LoadedBatchQuery = { batch: { title: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, definition: { jobNames: Array<string> | null, allJobs: boolean, dateRange: { type: DateRangeType, started: string | null } | null }, event: { databaseId: number, description: Record<string, unknown> }, creatorJob: { databaseId: number, status: JobStatus } | null, work: { state: WorkState, recipesCompleted: number, jobs: { completed: number, failed: number, canceled: number, total: number } }, recipes: { totalCount: number }, jobs: { totalCount: number, nodes: Array<{ isOriginal: boolean, job: { databaseId: number } }> } } | null, recipe: { revisionNum: number, supersededRecipe: { databaseId: number } | null, jobs: Array<{ jobName: string, isOriginal: boolean, job: { databaseId: number, error: { name: string } | null } }> } | null, other: { status: BatchStatus, work: { state: WorkState } } | null, broken: { status: BatchStatus } | null, job: { data: Record<string, unknown> | null, recipes: Array<{ databaseId: number }> } | null };

export type PrunedBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type PrunedBatchQuery = { batch: { createdCount: number, totalCount: number, previous: { databaseId: number } | null, jobMetrics: Array<{ jobName: string, count: number, failed: number, longest: number | null }>, work: { state: WorkState, recipesCompleted: number, jobs: { completed: number, failed: number, total: number } }, recipes: { totalCount: number }, jobs: { totalCount: number } } | null };

export type PagesByWideKeysQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PagesByWideKeysQuery = { batch: { jobs: { nodes: Array<{ job: { databaseId: number, recipes: Array<{ jobs: Array<{ jobName: string }> }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null };

export type BatchByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchByIdQuery = { batch: { id: string, databaseId: number } | null };

export type WholeBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type WholeBatchQuery = { batch: { id: string, databaseId: number, title: string | null, description: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { id: string, databaseId: number, name: string, version: string }, event: { databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule: { databaseId: number } | null }, creatorJob: { databaseId: number, status: JobStatus, numExes: number, priority: number, started: string | null, ended: string | null, jobType: { name: string, version: string, isSystem: boolean } } | null, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, retryOf: { id: string } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null, occurred: string }> } | null };

export type BatchJobsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  status?: Array<JobStatus> | JobStatus | null | undefined;
}>;


export type BatchJobsQuery = { batch: { progress: { jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, jobs: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ isOriginal: boolean, created: string, job: { databaseId: number, status: JobStatus, isSuperseded: boolean, jobType: { name: string }, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null }, supersededJob: { databaseId: number, isSuperseded: boolean, jobType: { name: string } } | null }> } } | null };

export type ProgressOfSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ProgressOfSubscription = { batchProgress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, jobs: { queued: number, pending: number, canceled: number, total: number } } };

export type CountsOfSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type CountsOfSubscription = { batchProgress: { created: number, jobs: { total: number } } };

export type JobsOfSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type JobsOfSubscription = { batchProgress: { jobs: { queued: number, running: number } } };

export type FollowedWorkSubscriptionVariables = Exact<{
  id: string | number;
  withWork?: boolean | null | undefined;
}>;


export type FollowedWorkSubscription = { batchProgress: { status: BatchStatus, work?: { state: WorkState, percent: number | null, recipesCompleted: number, finished: string | null, jobs: { queued: number, running: number, completed: number, failed: number } } } };

export type BatchRecipesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  outcome?: Array<BatchRecipeOutcome> | BatchRecipeOutcome | null | undefined;
}>;


export type BatchRecipesQuery = { batch: { recipes: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { outcome: BatchRecipeOutcome, created: string, recipe: { databaseId: number, isSuperseded: boolean, revisionNum: number, supersededRecipe: { databaseId: number } | null } | null, supersededRecipe: { databaseId: number, isSuperseded: boolean, revisionNum: number, supersededByRecipe: { databaseId: number } | null } | null, failure: { code: string, message: string } | null } }> } } | null };

export type OneBatchRecipeQueryVariables = Exact<{
  id: string | number;
}>;


export type OneBatchRecipeQuery = { batch: { recipes: { nodes: Array<{ outcome: BatchRecipeOutcome }> } } | null };

export type WorkOfQueryVariables = Exact<{
  id: string | number;
}>;


export type WorkOfQuery = { batch: { work: { state: WorkState, percent: number | null, recipesCompleted: number, finished: string | null, estimate: string | null, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, progress: { work: { state: WorkState, percent: number | null, recipesCompleted: number, finished: string | null, estimate: string | null, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, jobs: { total: number } }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, events: Array<{ from: BatchStatus | null, to: BatchStatus }>, workEvents: Array<{ from: WorkState | null, to: WorkState, actor: string, reason: string | null, occurred: string }> } | null };

export type WholeWorkFragment = { state: WorkState, percent: number | null, recipesCompleted: number, finished: string | null, estimate: string | null, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } };

export type WorkOfManyQueryVariables = Exact<{
  filter?: BatchFilter | null | undefined;
}>;


export type WorkOfManyQuery = { batches: { nodes: Array<{ databaseId: number, work: { state: WorkState, percent: number | null, recipesCompleted: number, jobs: { total: number } }, progress: { jobs: { queued: number } } }> } };

export type BatchesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type BatchesChangedSubscription = { batchesChanged: Array<number> | null };

export type StatusOfSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type StatusOfSubscription = { batchProgress: { status: BatchStatus } };

export type FilteredBatchesQueryVariables = Exact<{
  filter?: BatchFilter | null | undefined;
}>;


export type FilteredBatchesQuery = { batches: { totalCount: number } };

export type CountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountedBatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number }> } };

export type UncountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type UncountedBatchesQuery = { batches: { nodes: Array<{ databaseId: number }>, pageInfo: { hasNextPage: boolean } } };

export type OnlyTokensMutationVariables = Exact<{
  input: ClaimJobsInput;
}>;


export type OnlyTokensMutation = { claimJobs: { claims: Array<{ token: string, data: Record<string, unknown> }> } };

export type ChainOfQueryVariables = Exact<{
  id: string | number;
}>;


export type ChainOfQuery = { batch: { previous: { databaseId: number } | null, root: { databaseId: number } | null } | null };

export type MetricsOfQueryVariables = Exact<{
  id: string | number;
}>;


export type MetricsOfQuery = { batch: { jobMetrics: Array<{ jobName: string, count: number, failed: number, shortest: number | null, mean: number | null, p95: number | null, longest: number | null }> } | null };

export type CompareBatchesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CompareBatchesQuery = { compareBatches: { batches: Array<{ id: string, databaseId: number, title: string | null, previous: { title: string | null } | null }>, jobs: Array<{ jobName: string, metrics: Array<{ jobName: string, count: number, failed: number, mean: number | null } | null> }> } };

export type SinceQueryVariables = Exact<{
  started?: string | null | undefined;
}>;


export type SinceQuery = { batches: { totalCount: number } };

export type JobByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type JobByIdQuery = { job: { id: string, databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued: string | null, started: string | null, ended: string | null, lastStatusChange: string | null, superseded: string | null, lastModified: string, jobType: { name: string, version: string }, jobTypeRevision: { databaseId: number, revisionNum: number }, event: { type: string, description: Record<string, unknown>, rule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null }, error: { databaseId: number, name: string, title: string | null, description: string | null, category: string | null } | null, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null } | null };

export type RunsOfQueryVariables = Exact<{
  id: string | number;
}>;


export type RunsOfQuery = { job: { status: JobStatus, data: Record<string, unknown> | null, results: Record<string, unknown> | null, held: string | null, executions: Array<{ attempt: number, status: JobExecutionStatus, worker: string, claimed: string, leaseExpires: string | null, ended: string | null, message: string | null, exitCode: number | null, logTail: string | null, error: { name: string } | null }>, recipes: Array<{ databaseId: number, isSuperseded: boolean }> } | null };

export type RunsOfBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type RunsOfBatchQuery = { batch: { jobs: { nodes: Array<{ job: { databaseId: number, held: string | null, data: Record<string, unknown> | null, results: Record<string, unknown> | null, executions: Array<{ attempt: number, error: { name: string } | null }>, recipes: Array<{ databaseId: number }> } }> } } | null };

export type JobTypeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type JobTypeByIdQuery = { jobType: { id: string, databaseId: number, name: string, version: string, maxRunning: number | null, queue: { queued: number, held: number, running: number, oldest: string | null, lastClaim: string | null } } | null };

export type JobTypesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: JobTypeFilter | null | undefined;
}>;


export type JobTypesQuery = { jobTypes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, isActive: boolean, isSystem: boolean, queue: { queued: number } }> } };

export type WatchedInVainSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchedInVainSubscription = { batchProgress: { total: number } };

export type AnyNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type AnyNodeQuery = { node:
    | { __typename: 'Batch', databaseId: number, id: string, recipeType: { name: string } }
    | { __typename: 'Job', databaseId: number, id: string, jobType: { name: string } }
    | { __typename: 'JobType', databaseId: number, name: string, isSystem: boolean, id: string }
    | { __typename: 'Recipe', databaseId: number, id: string, jobs: Array<{ jobName: string }> }
    | { __typename: 'RecipeType', databaseId: number, name: string, id: string }
   | null };

export type EveryIdQueryVariables = Exact<{
  batch: string | number;
}>;


export type EveryIdQuery = { batch: { id: string, recipeType: { id: string, jobTypes: Array<{ id: string }> }, creatorJob: { id: string, jobType: { id: string } } | null, recipes: { nodes: Array<{ recipe: { id: string } | null, supersededRecipe: { id: string } | null }> }, jobs: { nodes: Array<{ job: { id: string }, supersededJob: { id: string } | null }> } } | null };

export type QueuesOfSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type QueuesOfSubscription = { queues: { jobTypes: Array<{ name: string, isPaused: boolean, queue: { queued: number, held: number, running: number } }>, workers: Array<{ name: string, running: number }> } };

export type RecipeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RecipeByIdQuery = { recipe: { id: string, databaseId: number, revisionNum: number, isSuperseded: boolean, created: string, completed: string | null, superseded: string | null, lastModified: string, recipeType: { databaseId: number, revisionNum: number }, event: { type: string, description: Record<string, unknown> }, rootSupersededRecipe: { databaseId: number } | null, supersededRecipe: { databaseId: number } | null, supersededByRecipe: { databaseId: number } | null, jobs: Array<{ jobName: string, isOriginal: boolean, job: { databaseId: number, status: JobStatus } }> } | null };

export type RevisionsOfTypeQueryVariables = Exact<{
  id: string | number;
  revisionNum?: Array<number> | number | null | undefined;
}>;


export type RevisionsOfTypeQuery = { recipeType: { revisionNum: number, revisions: Array<{ revisionNum: number, created: string, definition: Record<string, unknown> }> } | null };

export type RecipeTypeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RecipeTypeByIdQuery = { recipeType: { id: string, databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null, jobTypes: Array<{ id: string, databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }> } | null };

export type RecipeTypeListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: RecipeTypeFilter | null | undefined;
}>;


export type RecipeTypeListQuery = { recipeTypes: { totalCount: number, nodes: Array<{ name: string, version: string, isActive: boolean, revisionNum: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecipesOverTimeQueryVariables = Exact<{
  id: string | number;
  type?: DateRangeType;
  outdated?: boolean;
  intervals?: number;
}>;


export type RecipesOverTimeQuery = { recipeType: { recipesOverTime: { started: string, ended: string, seconds: number, counts: Array<number> } | null } | null };

export type CountMatchedMutationVariables = Exact<{
  input: BatchInput;
}>;


export type CountMatchedMutation = { validateBatch: { recipeCount: number | null } };

export type OnlyAcceptedMutationVariables = Exact<{
  input: ReportJobsInput;
}>;


export type OnlyAcceptedMutation = { reportJobs: { outcomes: Array<{ accepted: boolean }> } };

export type OutcomesQueryVariables = Exact<{
  id: string | number;
}>;


export type OutcomesQuery = { batch: { status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, retryOf: { databaseId: number } | null, recipes: { nodes: Array<{ outcome: BatchRecipeOutcome, supersededRecipe: { databaseId: number } | null, failure: { code: string } | null }> } } | null };

export type EverythingQueryVariables = Exact<{
  first: number;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type EverythingQuery = { batches: { totalCount: number, nodes: Array<{ id: string, title: string | null, status: BatchStatus, recipeType: { name: string, triggerRule: { name: string | null } | null, jobTypes: Array<{ name: string }> }, event: { type: string, rule: { name: string | null } | null }, creatorJob: { id: string, status: JobStatus, jobType: { name: string }, jobTypeRevision: { revisionNum: number }, event: { type: string, rule: { name: string | null } | null }, error: { name: string } | null, supersededJob: { id: string, jobType: { name: string } } | null, rootSupersededJob: { id: string } | null } | null, definition: { allJobs: boolean }, progress: { percent: number | null, jobs: { queued: number, total: number } }, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string }>, retryOf: { id: string, recipeType: { name: string }, event: { type: string } } | null, failed: { totalCount: number, nodes: Array<{ failure: { code: string } | null, supersededRecipe: { id: string, revisionNum: number, recipeType: { name: string, jobTypes: Array<{ name: string }> }, event: { type: string }, rootSupersededRecipe: { id: string } | null, supersededRecipe: { id: string, event: { type: string } } | null, supersededByRecipe: { id: string } | null, jobs: Array<{ jobName: string, job: { status: JobStatus, jobType: { name: string }, error: { name: string } | null } }> } | null }> }, recipes: { totalCount: number, nodes: Array<{ outcome: BatchRecipeOutcome, recipe: { id: string, revisionNum: number, recipeType: { name: string, jobTypes: Array<{ name: string }> }, event: { type: string }, rootSupersededRecipe: { id: string } | null, supersededRecipe: { id: string, event: { type: string } } | null, supersededByRecipe: { id: string } | null, jobs: Array<{ jobName: string, job: { status: JobStatus, jobType: { name: string }, error: { name: string } | null } }> } | null, supersededRecipe: { id: string, revisionNum: number, recipeType: { name: string, jobTypes: Array<{ name: string }> }, event: { type: string }, rootSupersededRecipe: { id: string } | null, supersededRecipe: { id: string, event: { type: string } } | null, supersededByRecipe: { id: string } | null, jobs: Array<{ jobName: string, job: { status: JobStatus, jobType: { name: string }, error: { name: string } | null } }> } | null }> }, jobs: { totalCount: number, nodes: Array<{ isOriginal: boolean, job: { id: string, status: JobStatus, jobType: { name: string }, jobTypeRevision: { revisionNum: number }, event: { type: string, rule: { name: string | null } | null }, error: { name: string } | null, supersededJob: { id: string, jobType: { name: string } } | null, rootSupersededJob: { id: string } | null }, supersededJob: { id: string, status: JobStatus, jobType: { name: string }, jobTypeRevision: { revisionNum: number }, event: { type: string, rule: { name: string | null } | null }, error: { name: string } | null, supersededJob: { id: string, jobType: { name: string } } | null, rootSupersededJob: { id: string } | null } | null }> } }> } };

export type WholeJobFragment = { id: string, status: JobStatus, jobType: { name: string }, jobTypeRevision: { revisionNum: number }, event: { type: string, rule: { name: string | null } | null }, error: { name: string } | null, supersededJob: { id: string, jobType: { name: string } } | null, rootSupersededJob: { id: string } | null };

export type WholeRecipeFragment = { id: string, revisionNum: number, recipeType: { name: string, jobTypes: Array<{ name: string }> }, event: { type: string }, rootSupersededRecipe: { id: string } | null, supersededRecipe: { id: string, event: { type: string } } | null, supersededByRecipe: { id: string } | null, jobs: Array<{ jobName: string, job: { status: JobStatus, jobType: { name: string }, error: { name: string } | null } }> };

export type SummaryQueryVariables = Exact<{
  first: number;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type SummaryQuery = { batches: { nodes: Array<{ id: string, title: string | null, status: BatchStatus, recipeType: { name: string }, event: { type: string, occurred: string }, creatorJob: { status: JobStatus, jobType: { name: string } } | null, progress: { percent: number | null } }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role } };

export type CancelForWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelForWebhookMutation = { cancelBatch: { errors: Array<{ code: UserErrorCode }> } };

export type PauseForWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseForWebhookMutation = { pauseBatch: { errors: Array<{ code: UserErrorCode }> } };

export type WorkersQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkersQuery = { workers: Array<{ name: string, lastSeen: string, running: number }> };

export type ParityBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type ParityBatchQuery = { batch: { databaseId: number, title: string | null, description: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number } | null }, event: { databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null }, creatorJob: { databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued: string | null, started: string | null, ended: string | null, lastStatusChange: string | null, superseded: string | null, lastModified: string, jobType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }, jobTypeRevision: { databaseId: number, revisionNum: number }, event: { databaseId: number, type: string, occurred: string, rule: { databaseId: number } | null }, error: { databaseId: number } | null, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null } | null, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null } } | null };

export type ParityValidateMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ParityValidateMutation = { validateBatch: { recipeCount: number | null, warnings: Array<{ id: string, details: string }>, errors: Array<{ path: Array<string> }> } };

export type ParityCreateMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey?: string | null | undefined;
}>;


export type ParityCreateMutation = { createBatch: { batch: { databaseId: number, title: string | null, description: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number } | null }, event: { databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null }, creatorJob: { databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued: string | null, started: string | null, ended: string | null, lastStatusChange: string | null, superseded: string | null, lastModified: string, jobType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }, jobTypeRevision: { databaseId: number, revisionNum: number }, event: { databaseId: number, type: string, occurred: string, rule: { databaseId: number } | null }, error: { databaseId: number } | null, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null } | null, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null } } | null, errors: Array<{ path: Array<string> }> } };

export type ParityBatchDetailsFragment = { databaseId: number, title: string | null, description: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number } | null }, event: { databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null }, creatorJob: { databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued: string | null, started: string | null, ended: string | null, lastStatusChange: string | null, superseded: string | null, lastModified: string, jobType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }, jobTypeRevision: { databaseId: number, revisionNum: number }, event: { databaseId: number, type: string, occurred: string, rule: { databaseId: number } | null }, error: { databaseId: number } | null, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null } | null, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null } };

export type ParityJobTypeFragment = { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null };

export type ParityBatchesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type ParityBatchesQuery = { batches: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ databaseId: number, title: string | null, description: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null }, event: { databaseId: number, type: string, occurred: string, rule: { databaseId: number } | null }, creatorJob: { databaseId: number, status: JobStatus, priority: number, numExes: number, jobType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }, jobTypeRevision: { databaseId: number }, event: { databaseId: number }, error: { databaseId: number } | null } | null }> } };

export type ParityRecipeTypeQueryVariables = Exact<{
  id: string | number;
}>;


export type ParityRecipeTypeQuery = { recipeType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null, jobTypes: Array<{ databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }> } | null };

export type ParityRecipeTypesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RecipeTypeFilter | null | undefined;
}>;


export type ParityRecipeTypesQuery = { recipeTypes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ databaseId: number, name: string, version: string, title: string | null, description: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived: string | null, triggerRule: { databaseId: number } | null }> } };

export type ParityJobQueryVariables = Exact<{
  id: string | number;
}>;


export type ParityJobQuery = { job: { databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued: string | null, started: string | null, ended: string | null, lastStatusChange: string | null, superseded: string | null, lastModified: string, jobType: { databaseId: number, name: string, version: string, title: string | null, description: string | null, category: string | null, authorName: string | null, authorUrl: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode: string | null }, jobTypeRevision: { databaseId: number, revisionNum: number }, event: { databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule: { databaseId: number, type: string, name: string | null, isActive: boolean } | null }, error: { databaseId: number, name: string, title: string | null, description: string | null, category: string | null } | null, supersededJob: { databaseId: number } | null, rootSupersededJob: { databaseId: number } | null } | null };

export type ValidateBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ValidateBatchMutation = { validateBatch: { valid: boolean, recipeCount: number | null, planToken: string | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, warnings: Array<{ id: string, details: string }>, plan: Array<{ revisionNum: number, recipeCount: number, canReprocess: boolean, reason: string | null, jobs: Array<{ jobName: string, action: JobAction, jobType: { databaseId: number, name: string, version: string } | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey?: string | null | undefined;
  planToken?: string | null | undefined;
}>;


export type CreateBatchMutation = { createBatch: { replayed: boolean, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { id: string, databaseId: number, title: string | null, description: string | null, status: BatchStatus, recipeType: { databaseId: number }, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null }, event: { type: string, description: Record<string, unknown> }, creatorJob: { status: JobStatus } | null } | null } };

export type UpdateBatchMutationVariables = Exact<{
  id: string | number;
  input: UpdateBatchInput;
}>;


export type UpdateBatchMutation = { updateBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { id: string, title: string | null, description: string | null, status: BatchStatus, lastModified: string } | null } };

export type ChangeBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type ChangeBatchMutation = { pauseBatch: { batch: { status: BatchStatus, events: Array<{ to: BatchStatus }> } | null }, updateBatch: { batch: { title: string | null, status: BatchStatus } | null }, resumeBatch: { batch: { status: BatchStatus, events: Array<{ to: BatchStatus }> } | null }, cancelBatch: { batch: { title: string | null, status: BatchStatus, events: Array<{ to: BatchStatus }>, creatorJob: { status: JobStatus } | null } | null } };

export type CancelBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type CancelBatchMutation = { cancelBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> } | null } };

export type PauseBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type PauseBatchMutation = { pauseBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> } | null } };

export type ResumeBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeBatchMutation = { resumeBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> } | null } };

export type RetryBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryBatchMutation = { retryBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { title: string | null, description: string | null, databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, retryOf: { databaseId: number } | null, definition: { allJobs: boolean, jobNames: Array<string> | null }, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> } | null } };

export type ReadBatchStateQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadBatchStateQuery = { batch: { databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> } | null };

export type BatchStateFragment = { databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob: { status: JobStatus } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null }> };

export type BatchPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type BatchPageQuery = { batches: { edges: Array<{ cursor: string, node: { databaseId: number } }>, nodes: Array<{ databaseId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RequeueJobsMutationVariables = Exact<{
  input: SelectJobsInput;
}>;


export type RequeueJobsMutation = { requeueJobs: { count: number, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type CancelJobsMutationVariables = Exact<{
  input: SelectJobsInput;
}>;


export type CancelJobsMutation = { cancelJobs: { count: number, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type UpdateJobTypeMutationVariables = Exact<{
  id: string | number;
  input: UpdateJobTypeInput;
}>;


export type UpdateJobTypeMutation = { updateJobType: { jobType: { databaseId: number, isPaused: boolean, maxRunning: number | null } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type LimitBatchMutationVariables = Exact<{
  id: string | number;
  limits: BatchLimitsInput;
}>;


export type LimitBatchMutation = { updateBatch: { errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { title: string | null, lastModified: string, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null } } | null } };

export type BrakedWorkQueryVariables = Exact<{
  id: string | number;
}>;


export type BrakedWorkQuery = { batch: { status: BatchStatus, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, work: { state: WorkState, finished: string | null, recipesCompleted: number, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number } }, workEvents: Array<{ from: WorkState | null, to: WorkState, actor: string, reason: string | null }> } | null };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { createWebhook: { secret: string | null, webhook: { databaseId: number, url: string, description: string | null, events: Array<WebhookEvent>, isActive: boolean, disabledReason: string | null, createdBy: string } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type UpdateWebhookMutationVariables = Exact<{
  id: string | number;
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { updateWebhook: { webhook: { databaseId: number, url: string, description: string | null, events: Array<WebhookEvent>, isActive: boolean, disabledReason: string | null } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { databaseId: number | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string | number;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, webhook: { databaseId: number } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type RedeliverWebhookMutationVariables = Exact<{
  messageId: string | number;
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { delivery: { messageId: string, status: WebhookDeliveryStatus, attempts: number } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type WebhookIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookIdsQuery = { webhooks: Array<{ databaseId: number, url: string }> };

export type WebhookWithDeliveriesQueryVariables = Exact<{
  id: string | number;
  status?: Array<WebhookDeliveryStatus> | WebhookDeliveryStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookWithDeliveriesQuery = { webhook: { isActive: boolean, disabledReason: string | null, deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ messageId: string, event: WebhookEvent, status: WebhookDeliveryStatus, attempts: number, payload: Record<string, unknown>, responseStatus: number | null, responseBody: string | null, error: string | null, created: string, lastAttempt: string | null, nextAttempt: string | null, batch: { databaseId: number, title: string | null } }> } } | null };

export type ClaimJobsMutationVariables = Exact<{
  input: ClaimJobsInput;
}>;


export type ClaimJobsMutation = { claimJobs: { claims: Array<{ token: string, attempt: number, data: Record<string, unknown>, leaseExpires: string, timesOut: string, job: { databaseId: number, status: JobStatus, numExes: number, jobType: { name: string } }, files: Array<{ databaseId: number, name: string, mediaType: string, size: number, uri: string | null, dataStarted: string | null, dataEnded: string | null }> }>, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type ReportJobsMutationVariables = Exact<{
  input: ReportJobsInput;
}>;


export type ReportJobsMutation = { reportJobs: { outcomes: Array<{ token: string, accepted: boolean, leaseExpires: string | null, shouldStop: string | null, error: { code: UserErrorCode, path: Array<string>, message: string } | null, job: { databaseId: number, status: JobStatus } | null }>, claims: Array<{ token: string, job: { databaseId: number, jobType: { name: string } } }>, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type StalledQueryVariables = Exact<{
  id: string | number;
}>;


export type StalledQuery = { batch: { status: BatchStatus, stalledSince: string | null } | null };

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
export const WholeWorkFragmentDoc = new TypedDocumentString(`
    fragment WholeWork on BatchWork {
  state
  percent
  jobs {
    pending
    blocked
    queued
    running
    failed
    completed
    canceled
    total
  }
  recipesCompleted
  finished
  estimate
}
    `, {"fragmentName":"WholeWork"}) as unknown as TypedDocumentString<WholeWorkFragment, unknown>;
export const WholeJobFragmentDoc = new TypedDocumentString(`
    fragment WholeJob on Job {
  id
  status
  jobType {
    name
  }
  jobTypeRevision {
    revisionNum
  }
  event {
    type
    rule {
      name
    }
  }
  error {
    name
  }
  supersededJob {
    id
    jobType {
      name
    }
  }
  rootSupersededJob {
    id
  }
}
    `, {"fragmentName":"WholeJob"}) as unknown as TypedDocumentString<WholeJobFragment, unknown>;
export const WholeRecipeFragmentDoc = new TypedDocumentString(`
    fragment WholeRecipe on Recipe {
  id
  revisionNum
  recipeType {
    name
    jobTypes {
      name
    }
  }
  event {
    type
  }
  rootSupersededRecipe {
    id
  }
  supersededRecipe {
    id
    event {
      type
    }
  }
  supersededByRecipe {
    id
  }
  jobs {
    jobName
    job {
      status
      jobType {
        name
      }
      error {
        name
      }
    }
  }
}
    `, {"fragmentName":"WholeRecipe"}) as unknown as TypedDocumentString<WholeRecipeFragment, unknown>;
export const ParityJobTypeFragmentDoc = new TypedDocumentString(`
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}
    `, {"fragmentName":"ParityJobType"}) as unknown as TypedDocumentString<ParityJobTypeFragment, unknown>;
export const ParityBatchDetailsFragmentDoc = new TypedDocumentString(`
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
  definition {
    version
    dateRange {
      type
      started
      ended
    }
    jobNames
    allJobs
    priority
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`, {"fragmentName":"ParityBatchDetails"}) as unknown as TypedDocumentString<ParityBatchDetailsFragment, unknown>;
export const BatchStateFragmentDoc = new TypedDocumentString(`
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}
    `, {"fragmentName":"BatchState"}) as unknown as TypedDocumentString<BatchStateFragment, unknown>;
export const LoadedBatchDocument = new TypedDocumentString(`
    query LoadedBatch {
  batch(id: "40") {
    title
    status
    createdCount
    failedCount
    totalCount
    definition {
      dateRange {
        type
        started
      }
      jobNames
      allJobs
    }
    event {
      databaseId
      description
    }
    creatorJob {
      databaseId
      status
    }
    work {
      state
      recipesCompleted
      jobs {
        completed
        failed
        canceled
        total
      }
    }
    recipes {
      totalCount
    }
    jobs(first: 2) {
      totalCount
      nodes {
        isOriginal
        job {
          databaseId
        }
      }
    }
  }
  recipe(id: "22") {
    supersededRecipe {
      databaseId
    }
    revisionNum
    jobs {
      jobName
      isOriginal
      job {
        databaseId
        error {
          name
        }
      }
    }
  }
  other: batch(id: "41") {
    status
    work {
      state
    }
  }
  broken: batch(id: "42") {
    status
  }
  job(id: "44") {
    data
    recipes {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<LoadedBatchQuery, LoadedBatchQueryVariables>;
export const PrunedBatchDocument = new TypedDocumentString(`
    query PrunedBatch($id: ID!) {
  batch(id: $id) {
    createdCount
    totalCount
    previous {
      databaseId
    }
    jobMetrics {
      jobName
      count
      failed
      longest
    }
    work {
      state
      recipesCompleted
      jobs {
        completed
        failed
        total
      }
    }
    recipes {
      totalCount
    }
    jobs {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<PrunedBatchQuery, PrunedBatchQueryVariables>;
export const PagesByWideKeysDocument = new TypedDocumentString(`
    query PagesByWideKeys($id: ID!, $after: String) {
  batch(id: $id) {
    jobs(first: 4, after: $after) {
      nodes {
        job {
          databaseId
          recipes {
            jobs {
              jobName
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PagesByWideKeysQuery, PagesByWideKeysQueryVariables>;
export const BatchByIdDocument = new TypedDocumentString(`
    query BatchById($id: ID!) {
  batch(id: $id) {
    id
    databaseId
  }
}
    `) as unknown as TypedDocumentString<BatchByIdQuery, BatchByIdQueryVariables>;
export const WholeBatchDocument = new TypedDocumentString(`
    query WholeBatch($id: ID!) {
  batch(id: $id) {
    id
    databaseId
    title
    description
    status
    createdCount
    failedCount
    totalCount
    created
    lastModified
    recipeType {
      id
      databaseId
      name
      version
    }
    event {
      databaseId
      type
      rule {
        databaseId
      }
      occurred
      description
    }
    creatorJob {
      databaseId
      status
      numExes
      priority
      started
      ended
      jobType {
        name
        version
        isSystem
      }
    }
    definition {
      version
      dateRange {
        type
        started
        ended
      }
      jobNames
      allJobs
      priority
    }
    progress {
      status
      total
      created
      failed
      percent
      jobs {
        pending
        blocked
        queued
        running
        failed
        completed
        canceled
        total
      }
    }
    retryOf {
      id
    }
    events {
      from
      to
      actor
      reason
      occurred
    }
  }
}
    `) as unknown as TypedDocumentString<WholeBatchQuery, WholeBatchQueryVariables>;
export const BatchJobsDocument = new TypedDocumentString(`
    query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {
  batch(id: $id) {
    progress {
      jobs {
        pending
        blocked
        queued
        running
        failed
        completed
        canceled
        total
      }
    }
    jobs(
      first: $first
      after: $after
      last: $last
      before: $before
      status: $status
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        isOriginal
        created
        job {
          databaseId
          status
          isSuperseded
          jobType {
            name
          }
          supersededJob {
            databaseId
          }
          rootSupersededJob {
            databaseId
          }
        }
        supersededJob {
          databaseId
          isSuperseded
          jobType {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BatchJobsQuery, BatchJobsQueryVariables>;
export const ProgressOfDocument = new TypedDocumentString(`
    subscription ProgressOf($id: ID!) {
  batchProgress(id: $id) {
    status
    total
    created
    failed
    percent
    jobs {
      queued
      pending
      canceled
      total
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressOfSubscription, ProgressOfSubscriptionVariables>;
export const CountsOfDocument = new TypedDocumentString(`
    subscription CountsOf($id: ID!) {
  batchProgress(id: $id) {
    created
    jobs {
      total
    }
  }
}
    `) as unknown as TypedDocumentString<CountsOfSubscription, CountsOfSubscriptionVariables>;
export const JobsOfDocument = new TypedDocumentString(`
    subscription JobsOf($id: ID!) {
  batchProgress(id: $id) {
    jobs {
      queued
      running
    }
  }
}
    `) as unknown as TypedDocumentString<JobsOfSubscription, JobsOfSubscriptionVariables>;
export const FollowedWorkDocument = new TypedDocumentString(`
    subscription FollowedWork($id: ID!, $withWork: Boolean = true) {
  batchProgress(id: $id) {
    status
    work @include(if: $withWork) {
      state
      percent
      jobs {
        queued
        running
        completed
        failed
      }
      recipesCompleted
      finished
    }
  }
}
    `) as unknown as TypedDocumentString<FollowedWorkSubscription, FollowedWorkSubscriptionVariables>;
export const BatchRecipesDocument = new TypedDocumentString(`
    query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {
  batch(id: $id) {
    recipes(
      first: $first
      after: $after
      last: $last
      before: $before
      outcome: $outcome
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          outcome
          created
          recipe {
            databaseId
            isSuperseded
            revisionNum
            supersededRecipe {
              databaseId
            }
          }
          supersededRecipe {
            databaseId
            isSuperseded
            revisionNum
            supersededByRecipe {
              databaseId
            }
          }
          failure {
            code
            message
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BatchRecipesQuery, BatchRecipesQueryVariables>;
export const OneBatchRecipeDocument = new TypedDocumentString(`
    query OneBatchRecipe($id: ID!) {
  batch(id: $id) {
    recipes(first: 1) {
      nodes {
        outcome
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneBatchRecipeQuery, OneBatchRecipeQueryVariables>;
export const WorkOfDocument = new TypedDocumentString(`
    query WorkOf($id: ID!) {
  batch(id: $id) {
    work {
      ...WholeWork
    }
    progress {
      work {
        ...WholeWork
      }
      jobs {
        total
      }
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
    events {
      from
      to
    }
    workEvents {
      from
      to
      actor
      reason
      occurred
    }
  }
}
    fragment WholeWork on BatchWork {
  state
  percent
  jobs {
    pending
    blocked
    queued
    running
    failed
    completed
    canceled
    total
  }
  recipesCompleted
  finished
  estimate
}`) as unknown as TypedDocumentString<WorkOfQuery, WorkOfQueryVariables>;
export const WorkOfManyDocument = new TypedDocumentString(`
    query WorkOfMany($filter: BatchFilter) {
  batches(filter: $filter) {
    nodes {
      databaseId
      work {
        state
        percent
        recipesCompleted
        jobs {
          total
        }
      }
      progress {
        jobs {
          queued
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkOfManyQuery, WorkOfManyQueryVariables>;
export const BatchesChangedDocument = new TypedDocumentString(`
    subscription BatchesChanged {
  batchesChanged
}
    `) as unknown as TypedDocumentString<BatchesChangedSubscription, BatchesChangedSubscriptionVariables>;
export const StatusOfDocument = new TypedDocumentString(`
    subscription StatusOf($id: ID!) {
  batchProgress(id: $id) {
    status
  }
}
    `) as unknown as TypedDocumentString<StatusOfSubscription, StatusOfSubscriptionVariables>;
export const FilteredBatchesDocument = new TypedDocumentString(`
    query FilteredBatches($filter: BatchFilter) {
  batches(filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FilteredBatchesQuery, FilteredBatchesQueryVariables>;
export const CountedBatchesDocument = new TypedDocumentString(`
    query CountedBatches {
  batches(first: 1, filter: {status: [CREATED]}) {
    totalCount
    nodes {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<CountedBatchesQuery, CountedBatchesQueryVariables>;
export const UncountedBatchesDocument = new TypedDocumentString(`
    query UncountedBatches {
  batches(first: 1) {
    nodes {
      databaseId
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<UncountedBatchesQuery, UncountedBatchesQueryVariables>;
export const OnlyTokensDocument = new TypedDocumentString(`
    mutation OnlyTokens($input: ClaimJobsInput!) {
  claimJobs(input: $input) {
    claims {
      token
      data
    }
  }
}
    `) as unknown as TypedDocumentString<OnlyTokensMutation, OnlyTokensMutationVariables>;
export const ChainOfDocument = new TypedDocumentString(`
    query ChainOf($id: ID!) {
  batch(id: $id) {
    previous {
      databaseId
    }
    root {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<ChainOfQuery, ChainOfQueryVariables>;
export const MetricsOfDocument = new TypedDocumentString(`
    query MetricsOf($id: ID!) {
  batch(id: $id) {
    jobMetrics {
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
    `) as unknown as TypedDocumentString<MetricsOfQuery, MetricsOfQueryVariables>;
export const CompareBatchesDocument = new TypedDocumentString(`
    query CompareBatches($ids: [ID!]!) {
  compareBatches(ids: $ids) {
    batches {
      id
      databaseId
      title
      previous {
        title
      }
    }
    jobs {
      jobName
      metrics {
        jobName
        count
        failed
        mean
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareBatchesQuery, CompareBatchesQueryVariables>;
export const SinceDocument = new TypedDocumentString(`
    query Since($started: DateTime) {
  batches(filter: {started: $started}) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SinceQuery, SinceQueryVariables>;
export const JobByIdDocument = new TypedDocumentString(`
    query JobById($id: ID!) {
  job(id: $id) {
    id
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      name
      version
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      type
      description
      rule {
        databaseId
        type
        name
        isActive
      }
    }
    error {
      databaseId
      name
      title
      description
      category
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<JobByIdQuery, JobByIdQueryVariables>;
export const RunsOfDocument = new TypedDocumentString(`
    query RunsOf($id: ID!) {
  job(id: $id) {
    status
    data
    results
    held
    executions {
      attempt
      status
      worker
      claimed
      leaseExpires
      ended
      error {
        name
      }
      message
      exitCode
      logTail
    }
    recipes {
      databaseId
      isSuperseded
    }
  }
}
    `) as unknown as TypedDocumentString<RunsOfQuery, RunsOfQueryVariables>;
export const RunsOfBatchDocument = new TypedDocumentString(`
    query RunsOfBatch($id: ID!) {
  batch(id: $id) {
    jobs {
      nodes {
        job {
          databaseId
          held
          data
          results
          executions {
            attempt
            error {
              name
            }
          }
          recipes {
            databaseId
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunsOfBatchQuery, RunsOfBatchQueryVariables>;
export const JobTypeByIdDocument = new TypedDocumentString(`
    query JobTypeById($id: ID!) {
  jobType(id: $id) {
    id
    databaseId
    name
    version
    maxRunning
    queue {
      queued
      held
      running
      oldest
      lastClaim
    }
  }
}
    `) as unknown as TypedDocumentString<JobTypeByIdQuery, JobTypeByIdQueryVariables>;
export const JobTypesDocument = new TypedDocumentString(`
    query JobTypes($first: Int, $after: String, $filter: JobTypeFilter) {
  jobTypes(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      name
      isActive
      isSystem
      queue {
        queued
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JobTypesQuery, JobTypesQueryVariables>;
export const WatchedInVainDocument = new TypedDocumentString(`
    subscription WatchedInVain {
  batchProgress(id: 1) {
    total
  }
}
    `) as unknown as TypedDocumentString<WatchedInVainSubscription, WatchedInVainSubscriptionVariables>;
export const AnyNodeDocument = new TypedDocumentString(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Batch {
      databaseId
      recipeType {
        name
      }
    }
    ... on RecipeType {
      databaseId
      name
    }
    ... on Recipe {
      databaseId
      jobs {
        jobName
      }
    }
    ... on Job {
      databaseId
      jobType {
        name
      }
    }
    ... on JobType {
      databaseId
      name
      isSystem
    }
  }
}
    `) as unknown as TypedDocumentString<AnyNodeQuery, AnyNodeQueryVariables>;
export const EveryIdDocument = new TypedDocumentString(`
    query EveryId($batch: ID!) {
  batch(id: $batch) {
    id
    recipeType {
      id
      jobTypes {
        id
      }
    }
    creatorJob {
      id
      jobType {
        id
      }
    }
    recipes {
      nodes {
        recipe {
          id
        }
        supersededRecipe {
          id
        }
      }
    }
    jobs {
      nodes {
        job {
          id
        }
        supersededJob {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EveryIdQuery, EveryIdQueryVariables>;
export const QueuesOfDocument = new TypedDocumentString(`
    subscription QueuesOf {
  queues {
    jobTypes {
      name
      isPaused
      queue {
        queued
        held
        running
      }
    }
    workers {
      name
      running
    }
  }
}
    `) as unknown as TypedDocumentString<QueuesOfSubscription, QueuesOfSubscriptionVariables>;
export const RecipeByIdDocument = new TypedDocumentString(`
    query RecipeById($id: ID!) {
  recipe(id: $id) {
    id
    databaseId
    revisionNum
    isSuperseded
    created
    completed
    superseded
    lastModified
    recipeType {
      databaseId
      revisionNum
    }
    event {
      type
      description
    }
    rootSupersededRecipe {
      databaseId
    }
    supersededRecipe {
      databaseId
    }
    supersededByRecipe {
      databaseId
    }
    jobs {
      jobName
      isOriginal
      job {
        databaseId
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeByIdQuery, RecipeByIdQueryVariables>;
export const RevisionsOfTypeDocument = new TypedDocumentString(`
    query RevisionsOfType($id: ID!, $revisionNum: [Int!]) {
  recipeType(id: $id) {
    revisionNum
    revisions(revisionNum: $revisionNum) {
      revisionNum
      created
      definition
    }
  }
}
    `) as unknown as TypedDocumentString<RevisionsOfTypeQuery, RevisionsOfTypeQueryVariables>;
export const RecipeTypeByIdDocument = new TypedDocumentString(`
    query RecipeTypeById($id: ID!) {
  recipeType(id: $id) {
    id
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
      type
      name
      isActive
    }
    jobTypes {
      id
      databaseId
      name
      version
      title
      description
      category
      authorName
      authorUrl
      isSystem
      isLongRunning
      isActive
      isOperational
      isPaused
      iconCode
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeTypeByIdQuery, RecipeTypeByIdQueryVariables>;
export const RecipeTypeListDocument = new TypedDocumentString(`
    query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {
  recipeTypes(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    totalCount
    nodes {
      name
      version
      isActive
      revisionNum
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeTypeListQuery, RecipeTypeListQueryVariables>;
export const RecipesOverTimeDocument = new TypedDocumentString(`
    query RecipesOverTime($id: ID!, $type: DateRangeType! = CREATED, $outdated: Boolean! = false, $intervals: Int! = 60) {
  recipeType(id: $id) {
    recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) {
      started
      ended
      seconds
      counts
    }
  }
}
    `) as unknown as TypedDocumentString<RecipesOverTimeQuery, RecipesOverTimeQueryVariables>;
export const CountMatchedDocument = new TypedDocumentString(`
    mutation CountMatched($input: BatchInput!) {
  validateBatch(input: $input) {
    recipeCount
  }
}
    `) as unknown as TypedDocumentString<CountMatchedMutation, CountMatchedMutationVariables>;
export const OnlyAcceptedDocument = new TypedDocumentString(`
    mutation OnlyAccepted($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes {
      accepted
    }
  }
}
    `) as unknown as TypedDocumentString<OnlyAcceptedMutation, OnlyAcceptedMutationVariables>;
export const OutcomesDocument = new TypedDocumentString(`
    query Outcomes($id: ID!) {
  batch(id: $id) {
    status
    createdCount
    failedCount
    totalCount
    retryOf {
      databaseId
    }
    recipes {
      nodes {
        outcome
        supersededRecipe {
          databaseId
        }
        failure {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OutcomesQuery, OutcomesQueryVariables>;
export const EverythingDocument = new TypedDocumentString(`
    query Everything($first: Int!, $orderBy: [BatchOrder!]) {
  batches(first: $first, orderBy: $orderBy) {
    totalCount
    nodes {
      id
      title
      status
      recipeType {
        name
        triggerRule {
          name
        }
        jobTypes {
          name
        }
      }
      event {
        type
        rule {
          name
        }
      }
      creatorJob {
        ...WholeJob
      }
      definition {
        allJobs
      }
      progress {
        percent
        jobs {
          queued
          total
        }
      }
      events {
        from
        to
        actor
      }
      retryOf {
        id
        recipeType {
          name
        }
        event {
          type
        }
      }
      failed: recipes(first: 2, outcome: [FAILED]) {
        totalCount
        nodes {
          failure {
            code
          }
          supersededRecipe {
            ...WholeRecipe
          }
        }
      }
      recipes(first: 2) {
        totalCount
        nodes {
          outcome
          recipe {
            ...WholeRecipe
          }
          supersededRecipe {
            ...WholeRecipe
          }
        }
      }
      jobs(last: 3, status: [QUEUED, PENDING]) {
        totalCount
        nodes {
          isOriginal
          job {
            ...WholeJob
          }
          supersededJob {
            ...WholeJob
          }
        }
      }
    }
  }
}
    fragment WholeJob on Job {
  id
  status
  jobType {
    name
  }
  jobTypeRevision {
    revisionNum
  }
  event {
    type
    rule {
      name
    }
  }
  error {
    name
  }
  supersededJob {
    id
    jobType {
      name
    }
  }
  rootSupersededJob {
    id
  }
}
fragment WholeRecipe on Recipe {
  id
  revisionNum
  recipeType {
    name
    jobTypes {
      name
    }
  }
  event {
    type
  }
  rootSupersededRecipe {
    id
  }
  supersededRecipe {
    id
    event {
      type
    }
  }
  supersededByRecipe {
    id
  }
  jobs {
    jobName
    job {
      status
      jobType {
        name
      }
      error {
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<EverythingQuery, EverythingQueryVariables>;
export const SummaryDocument = new TypedDocumentString(`
    query Summary($first: Int!, $orderBy: [BatchOrder!]) {
  batches(first: $first, orderBy: $orderBy) {
    nodes {
      id
      title
      status
      recipeType {
        name
      }
      event {
        type
        occurred
      }
      creatorJob {
        status
        jobType {
          name
        }
      }
      progress {
        percent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SummaryQuery, SummaryQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CancelForWebhookDocument = new TypedDocumentString(`
    mutation CancelForWebhook($id: ID!) {
  cancelBatch(id: $id) {
    errors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CancelForWebhookMutation, CancelForWebhookMutationVariables>;
export const PauseForWebhookDocument = new TypedDocumentString(`
    mutation PauseForWebhook($id: ID!) {
  pauseBatch(id: $id) {
    errors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PauseForWebhookMutation, PauseForWebhookMutationVariables>;
export const WorkersDocument = new TypedDocumentString(`
    query Workers {
  workers {
    name
    lastSeen
    running
  }
}
    `) as unknown as TypedDocumentString<WorkersQuery, WorkersQueryVariables>;
export const ParityBatchDocument = new TypedDocumentString(`
    query ParityBatch($id: ID!) {
  batch(id: $id) {
    ...ParityBatchDetails
  }
}
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
  definition {
    version
    dateRange {
      type
      started
      ended
    }
    jobNames
    allJobs
    priority
  }
}
fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityBatchQuery, ParityBatchQueryVariables>;
export const ParityValidateDocument = new TypedDocumentString(`
    mutation ParityValidate($input: BatchInput!) {
  validateBatch(input: $input) {
    recipeCount
    warnings {
      id
      details
    }
    errors {
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ParityValidateMutation, ParityValidateMutationVariables>;
export const ParityCreateDocument = new TypedDocumentString(`
    mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {
  createBatch(input: $input, idempotencyKey: $idempotencyKey) {
    batch {
      ...ParityBatchDetails
    }
    errors {
      path
    }
  }
}
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
  definition {
    version
    dateRange {
      type
      started
      ended
    }
    jobNames
    allJobs
    priority
  }
}
fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityCreateMutation, ParityCreateMutationVariables>;
export const ParityBatchesDocument = new TypedDocumentString(`
    query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      databaseId
      title
      description
      status
      createdCount
      failedCount
      totalCount
      created
      lastModified
      recipeType {
        databaseId
        name
        version
        title
        description
      }
      event {
        databaseId
        type
        occurred
        rule {
          databaseId
        }
      }
      creatorJob {
        databaseId
        status
        priority
        numExes
        jobType {
          ...ParityJobType
        }
        jobTypeRevision {
          databaseId
        }
        event {
          databaseId
        }
        error {
          databaseId
        }
      }
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityBatchesQuery, ParityBatchesQueryVariables>;
export const ParityRecipeTypeDocument = new TypedDocumentString(`
    query ParityRecipeType($id: ID!) {
  recipeType(id: $id) {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
      type
      name
      isActive
    }
    jobTypes {
      ...ParityJobType
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityRecipeTypeQuery, ParityRecipeTypeQueryVariables>;
export const ParityRecipeTypesDocument = new TypedDocumentString(`
    query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {
  recipeTypes(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      databaseId
      name
      version
      title
      description
      isActive
      definition
      revisionNum
      created
      lastModified
      archived
      triggerRule {
        databaseId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ParityRecipeTypesQuery, ParityRecipeTypesQueryVariables>;
export const ParityJobDocument = new TypedDocumentString(`
    query ParityJob($id: ID!) {
  job(id: $id) {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      description
      rule {
        databaseId
        type
        name
        isActive
      }
    }
    error {
      databaseId
      name
      title
      description
      category
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityJobQuery, ParityJobQueryVariables>;
export const ValidateBatchDocument = new TypedDocumentString(`
    mutation ValidateBatch($input: BatchInput!) {
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
          databaseId
          name
          version
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ValidateBatchMutation, ValidateBatchMutationVariables>;
export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {
  createBatch(
    input: $input
    idempotencyKey: $idempotencyKey
    planToken: $planToken
  ) {
    replayed
    errors {
      code
      path
      message
    }
    batch {
      id
      databaseId
      title
      description
      status
      recipeType {
        databaseId
      }
      definition {
        version
        dateRange {
          type
          started
          ended
        }
        jobNames
        allJobs
        priority
      }
      event {
        type
        description
      }
      creatorJob {
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;
export const UpdateBatchDocument = new TypedDocumentString(`
    mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {
  updateBatch(id: $id, input: $input) {
    errors {
      code
      path
      message
    }
    batch {
      id
      title
      description
      status
      lastModified
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateBatchMutation, UpdateBatchMutationVariables>;
export const ChangeBatchDocument = new TypedDocumentString(`
    mutation ChangeBatch($id: ID!) {
  pauseBatch(id: $id) {
    batch {
      status
      events {
        to
      }
    }
  }
  updateBatch(id: $id, input: {title: "Changed"}) {
    batch {
      title
      status
    }
  }
  resumeBatch(id: $id) {
    batch {
      status
      events {
        to
      }
    }
  }
  cancelBatch(id: $id) {
    batch {
      title
      status
      events {
        to
      }
      creatorJob {
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeBatchMutation, ChangeBatchMutationVariables>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!, $reason: String) {
  cancelBatch(id: $id, reason: $reason) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const PauseBatchDocument = new TypedDocumentString(`
    mutation PauseBatch($id: ID!, $reason: String) {
  pauseBatch(id: $id, reason: $reason) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<PauseBatchMutation, PauseBatchMutationVariables>;
export const ResumeBatchDocument = new TypedDocumentString(`
    mutation ResumeBatch($id: ID!) {
  resumeBatch(id: $id) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<ResumeBatchMutation, ResumeBatchMutationVariables>;
export const RetryBatchDocument = new TypedDocumentString(`
    mutation RetryBatch($id: ID!) {
  retryBatch(id: $id) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
      title
      description
      retryOf {
        databaseId
      }
      definition {
        allJobs
        jobNames
      }
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<RetryBatchMutation, RetryBatchMutationVariables>;
export const ReadBatchStateDocument = new TypedDocumentString(`
    query ReadBatchState($id: ID!) {
  batch(id: $id) {
    ...BatchState
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<ReadBatchStateQuery, ReadBatchStateQueryVariables>;
export const BatchPageDocument = new TypedDocumentString(`
    query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      cursor
      node {
        databaseId
      }
    }
    nodes {
      databaseId
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BatchPageQuery, BatchPageQueryVariables>;
export const RequeueJobsDocument = new TypedDocumentString(`
    mutation RequeueJobs($input: SelectJobsInput!) {
  requeueJobs(input: $input) {
    count
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequeueJobsMutation, RequeueJobsMutationVariables>;
export const CancelJobsDocument = new TypedDocumentString(`
    mutation CancelJobs($input: SelectJobsInput!) {
  cancelJobs(input: $input) {
    count
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelJobsMutation, CancelJobsMutationVariables>;
export const UpdateJobTypeDocument = new TypedDocumentString(`
    mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
  updateJobType(id: $id, input: $input) {
    jobType {
      databaseId
      isPaused
      maxRunning
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateJobTypeMutation, UpdateJobTypeMutationVariables>;
export const LimitBatchDocument = new TypedDocumentString(`
    mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
  updateBatch(id: $id, input: {limits: $limits}) {
    errors {
      code
      path
      message
    }
    batch {
      title
      limits {
        maxRunningJobs
        stopAfterFailedJobs
      }
      lastModified
    }
  }
}
    `) as unknown as TypedDocumentString<LimitBatchMutation, LimitBatchMutationVariables>;
export const BrakedWorkDocument = new TypedDocumentString(`
    query BrakedWork($id: ID!) {
  batch(id: $id) {
    status
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
    work {
      state
      finished
      recipesCompleted
      jobs {
        pending
        blocked
        queued
        running
        failed
        completed
        canceled
      }
    }
    workEvents {
      from
      to
      actor
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<BrakedWorkQuery, BrakedWorkQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    webhook {
      databaseId
      url
      description
      events
      isActive
      disabledReason
      createdBy
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = new TypedDocumentString(`
    mutation UpdateWebhook($id: ID!, $input: UpdateWebhookInput!) {
  updateWebhook(id: $id, input: $input) {
    webhook {
      databaseId
      url
      description
      events
      isActive
      disabledReason
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const DeleteWebhookDocument = new TypedDocumentString(`
    mutation DeleteWebhook($id: ID!) {
  deleteWebhook(id: $id) {
    databaseId
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($id: ID!) {
  rotateWebhookSecret(id: $id) {
    webhook {
      databaseId
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const RedeliverWebhookDocument = new TypedDocumentString(`
    mutation RedeliverWebhook($messageId: ID!) {
  redeliverWebhook(messageId: $messageId) {
    delivery {
      messageId
      status
      attempts
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
export const WebhookIdsDocument = new TypedDocumentString(`
    query WebhookIds {
  webhooks {
    databaseId
    url
  }
}
    `) as unknown as TypedDocumentString<WebhookIdsQuery, WebhookIdsQueryVariables>;
export const WebhookWithDeliveriesDocument = new TypedDocumentString(`
    query WebhookWithDeliveries($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {
  webhook(id: $id) {
    isActive
    disabledReason
    deliveries(status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        messageId
        event
        status
        attempts
        payload
        responseStatus
        responseBody
        error
        created
        lastAttempt
        nextAttempt
        batch {
          databaseId
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookWithDeliveriesQuery, WebhookWithDeliveriesQueryVariables>;
export const ClaimJobsDocument = new TypedDocumentString(`
    mutation ClaimJobs($input: ClaimJobsInput!) {
  claimJobs(input: $input) {
    claims {
      token
      attempt
      data
      leaseExpires
      timesOut
      job {
        databaseId
        status
        numExes
        jobType {
          name
        }
      }
      files {
        databaseId
        name
        mediaType
        size
        uri
        dataStarted
        dataEnded
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimJobsMutation, ClaimJobsMutationVariables>;
export const ReportJobsDocument = new TypedDocumentString(`
    mutation ReportJobs($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes {
      token
      accepted
      error {
        code
        path
        message
      }
      job {
        databaseId
        status
      }
      leaseExpires
      shouldStop
    }
    claims {
      token
      job {
        databaseId
        jobType {
          name
        }
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportJobsMutation, ReportJobsMutationVariables>;
export const StalledDocument = new TypedDocumentString(`
    query Stalled($id: ID!) {
  batch(id: $id) {
    status
    stalledSince
  }
}
    `) as unknown as TypedDocumentString<StalledQuery, StalledQueryVariables>;