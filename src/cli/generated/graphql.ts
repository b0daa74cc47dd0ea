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

export type BatchSummaryFragment = { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { id: string, databaseId: number, name: string, version: string } };

export type ChangedBatchFragment = { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> };

export type ListBatchesQueryVariables = Exact<{
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
  first?: number | null | undefined;
  last?: number | null | undefined;
}>;


export type ListBatchesQuery = { batches: { totalCount: number, nodes: Array<{ id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { id: string, databaseId: number, name: string, version: string } }> } };

export type ShowBatchQueryVariables = Exact<{
  id: string | number;
  failures: number;
}>;


export type ShowBatchQuery = { batch: { description: string | null, stalledSince: string | null, id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, definition: { version: string, jobNames: Array<string> | null, allJobs: boolean, priority: number | null, dateRange: { type: DateRangeType, started: string | null, ended: string | null } | null }, progress: { percent: number | null, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, creatorJob: { id: string, databaseId: number, status: JobStatus } | null, retryOf: { id: string, databaseId: number } | null, previous: { id: string, databaseId: number } | null, root: { id: string, databaseId: number } | null, events: Array<{ from: BatchStatus | null, to: BatchStatus, actor: string, reason: string | null, occurred: string }>, workEvents: Array<{ from: WorkState | null, to: WorkState, actor: string, reason: string | null, occurred: string }>, jobs: { nodes: Array<{ job: { id: string, databaseId: number, jobType: { name: string, version: string }, error: { name: string } | null, executions: Array<{ attempt: number, worker: string, message: string | null, exitCode: number | null, logTail: string | null }> } }> }, recipes: { nodes: Array<{ supersededRecipe: { id: string, databaseId: number } | null, failure: { code: string, message: string } | null }> }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null };

export type CompareBatchesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CompareBatchesQuery = { compareBatches: { batches: Array<{ id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, work: { state: WorkState }, previous: { id: string, databaseId: number } | null, recipeType: { id: string, databaseId: number, name: string, version: string } }>, jobs: Array<{ jobName: string, metrics: Array<{ jobName: string, count: number, failed: number, shortest: number | null, mean: number | null, p95: number | null, longest: number | null } | null> }> } };

export type FindBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type FindBatchQuery = { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { id: string, databaseId: number, name: string, version: string } } | null };

export type BatchProgressSubscriptionVariables = Exact<{
  id: string | number;
  withWork: boolean;
}>;


export type BatchProgressSubscription = { batchProgress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work?: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } } } };

export type FindRecipeTypesQueryVariables = Exact<{
  id: string | number;
  names?: Array<string> | string | null | undefined;
}>;


export type FindRecipeTypesQuery = { recipeType: { id: string, databaseId: number, name: string, version: string } | null, recipeTypes: { nodes: Array<{ id: string, databaseId: number, name: string, version: string }> } };

export type ValidateBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ValidateBatchMutation = { validateBatch: { valid: boolean, recipeCount: number | null, planToken: string | null, warnings: Array<{ id: string, details: string }>, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, plan: Array<{ revisionNum: number, recipeCount: number, canReprocess: boolean, reason: string | null, jobs: Array<{ jobName: string, action: JobAction, jobType: { name: string, version: string } | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  planToken?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateBatchMutation = { createBatch: { replayed: boolean, batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type CancelBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type CancelBatchMutation = { change: { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type PauseBatchMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type PauseBatchMutation = { change: { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type ResumeBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeBatchMutation = { change: { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type RetryBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryBatchMutation = { change: { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type LimitBatchMutationVariables = Exact<{
  id: string | number;
  limits: BatchLimitsInput;
}>;


export type LimitBatchMutation = { change: { batch: { id: string, databaseId: number, title: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf: { id: string, databaseId: number } | null, progress: { jobs: { canceled: number } }, work: { state: WorkState }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, recipeType: { id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type RequeueJobsMutationVariables = Exact<{
  input: SelectJobsInput;
}>;


export type RequeueJobsMutation = { requeueJobs: { count: number, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type ClaimedJobFragment = { token: string, attempt: number, traceparent?: string | null, data: Record<string, unknown>, files: Array<{ databaseId: number, name: string, mediaType: string, size: number, uri: string | null, dataStarted: string | null, dataEnded: string | null }>, job: { id: string, databaseId: number, timeout: number, jobType: { id: string, name: string, version: string, cpusRequired?: number, memRequired?: number } } };

export type ClaimJobsMutationVariables = Exact<{
  input: ClaimJobsInput;
  isTraced: boolean;
  isForEngine: boolean;
}>;


export type ClaimJobsMutation = { claimJobs: { claims: Array<{ token: string, attempt: number, traceparent?: string | null, data: Record<string, unknown>, files: Array<{ databaseId: number, name: string, mediaType: string, size: number, uri: string | null, dataStarted: string | null, dataEnded: string | null }>, job: { id: string, databaseId: number, timeout: number, jobType: { id: string, name: string, version: string, cpusRequired?: number, memRequired?: number } } }>, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

export type ReportJobsMutationVariables = Exact<{
  input: ReportJobsInput;
  isTraced: boolean;
  isForEngine: boolean;
}>;


export type ReportJobsMutation = { reportJobs: { outcomes: Array<{ shouldStop: string | null, error: { code: UserErrorCode, path: Array<string>, message: string } | null }>, claims: Array<{ token: string, attempt: number, traceparent?: string | null, data: Record<string, unknown>, files: Array<{ databaseId: number, name: string, mediaType: string, size: number, uri: string | null, dataStarted: string | null, dataEnded: string | null }>, job: { id: string, databaseId: number, timeout: number, jobType: { id: string, name: string, version: string, cpusRequired?: number, memRequired?: number } } }>, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }> } };

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
export const BatchSummaryFragmentDoc = new TypedDocumentString(`
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
    `, {"fragmentName":"BatchSummary"}) as unknown as TypedDocumentString<BatchSummaryFragment, unknown>;
export const ChangedBatchFragmentDoc = new TypedDocumentString(`
    fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`, {"fragmentName":"ChangedBatch"}) as unknown as TypedDocumentString<ChangedBatchFragment, unknown>;
export const ClaimedJobFragmentDoc = new TypedDocumentString(`
    fragment ClaimedJob on JobClaim {
  token
  attempt
  traceparent @include(if: $isTraced)
  data
  files {
    databaseId
    name
    mediaType
    size
    uri
    dataStarted
    dataEnded
  }
  job {
    id
    databaseId
    timeout
    jobType {
      id
      name
      version
      cpusRequired @include(if: $isForEngine)
      memRequired @include(if: $isForEngine)
    }
  }
}
    `, {"fragmentName":"ClaimedJob"}) as unknown as TypedDocumentString<ClaimedJobFragment, unknown>;
export const ListBatchesDocument = new TypedDocumentString(`
    query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {
  batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
    totalCount
    nodes {
      ...BatchSummary
    }
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<ListBatchesQuery, ListBatchesQueryVariables>;
export const ShowBatchDocument = new TypedDocumentString(`
    query ShowBatch($id: ID!, $failures: Int!) {
  batch(id: $id) {
    ...BatchSummary
    description
    stalledSince
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
    work {
      state
      percent
      finished
      estimate
      recipesCompleted
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
    creatorJob {
      id
      databaseId
      status
    }
    retryOf {
      id
      databaseId
    }
    previous {
      id
      databaseId
    }
    root {
      id
      databaseId
    }
    events {
      from
      to
      actor
      reason
      occurred
    }
    workEvents {
      from
      to
      actor
      reason
      occurred
    }
    jobs(status: [FAILED], first: $failures) {
      nodes {
        job {
          id
          databaseId
          jobType {
            name
            version
          }
          error {
            name
          }
          executions {
            attempt
            worker
            message
            exitCode
            logTail
          }
        }
      }
    }
    recipes(outcome: [FAILED], first: $failures) {
      nodes {
        supersededRecipe {
          id
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
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<ShowBatchQuery, ShowBatchQueryVariables>;
export const CompareBatchesDocument = new TypedDocumentString(`
    query CompareBatches($ids: [ID!]!) {
  compareBatches(ids: $ids) {
    batches {
      ...BatchSummary
      work {
        state
      }
      previous {
        id
        databaseId
      }
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
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<CompareBatchesQuery, CompareBatchesQueryVariables>;
export const FindBatchDocument = new TypedDocumentString(`
    query FindBatch($id: ID!) {
  batch(id: $id) {
    ...BatchSummary
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<FindBatchQuery, FindBatchQueryVariables>;
export const BatchProgressDocument = new TypedDocumentString(`
    subscription BatchProgress($id: ID!, $withWork: Boolean!) {
  batchProgress(id: $id) {
    status
    total
    created
    failed
    percent
    work @include(if: $withWork) {
      state
      percent
      finished
      estimate
      recipesCompleted
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
  }
}
    `) as unknown as TypedDocumentString<BatchProgressSubscription, BatchProgressSubscriptionVariables>;
export const FindRecipeTypesDocument = new TypedDocumentString(`
    query FindRecipeTypes($id: ID!, $names: [String!]) {
  recipeType(id: $id) {
    id
    databaseId
    name
    version
  }
  recipeTypes(filter: {name: $names}, first: 1000) {
    nodes {
      id
      databaseId
      name
      version
    }
  }
}
    `) as unknown as TypedDocumentString<FindRecipeTypesQuery, FindRecipeTypesQueryVariables>;
export const ValidateBatchDocument = new TypedDocumentString(`
    mutation ValidateBatch($input: BatchInput!) {
  validateBatch(input: $input) {
    valid
    recipeCount
    warnings {
      id
      details
    }
    errors {
      code
      path
      message
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
    planToken
  }
}
    `) as unknown as TypedDocumentString<ValidateBatchMutation, ValidateBatchMutationVariables>;
export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {
  createBatch(
    input: $input
    planToken: $planToken
    idempotencyKey: $idempotencyKey
  ) {
    batch {
      ...BatchSummary
    }
    errors {
      code
      path
      message
    }
    replayed
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!, $reason: String) {
  change: cancelBatch(id: $id, reason: $reason) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const PauseBatchDocument = new TypedDocumentString(`
    mutation PauseBatch($id: ID!, $reason: String) {
  change: pauseBatch(id: $id, reason: $reason) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<PauseBatchMutation, PauseBatchMutationVariables>;
export const ResumeBatchDocument = new TypedDocumentString(`
    mutation ResumeBatch($id: ID!) {
  change: resumeBatch(id: $id) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<ResumeBatchMutation, ResumeBatchMutationVariables>;
export const RetryBatchDocument = new TypedDocumentString(`
    mutation RetryBatch($id: ID!) {
  change: retryBatch(id: $id) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<RetryBatchMutation, RetryBatchMutationVariables>;
export const LimitBatchDocument = new TypedDocumentString(`
    mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
  change: updateBatch(id: $id, input: {limits: $limits}) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
    work {
      state
    }
    limits {
      maxRunningJobs
      stopAfterFailedJobs
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<LimitBatchMutation, LimitBatchMutationVariables>;
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
export const ClaimJobsDocument = new TypedDocumentString(`
    mutation ClaimJobs($input: ClaimJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {
  claimJobs(input: $input) {
    claims {
      ...ClaimedJob
    }
    errors {
      code
      path
      message
    }
  }
}
    fragment ClaimedJob on JobClaim {
  token
  attempt
  traceparent @include(if: $isTraced)
  data
  files {
    databaseId
    name
    mediaType
    size
    uri
    dataStarted
    dataEnded
  }
  job {
    id
    databaseId
    timeout
    jobType {
      id
      name
      version
      cpusRequired @include(if: $isForEngine)
      memRequired @include(if: $isForEngine)
    }
  }
}`) as unknown as TypedDocumentString<ClaimJobsMutation, ClaimJobsMutationVariables>;
export const ReportJobsDocument = new TypedDocumentString(`
    mutation ReportJobs($input: ReportJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {
  reportJobs(input: $input) {
    outcomes {
      error {
        code
        path
        message
      }
      shouldStop
    }
    claims {
      ...ClaimedJob
    }
    errors {
      code
      path
      message
    }
  }
}
    fragment ClaimedJob on JobClaim {
  token
  attempt
  traceparent @include(if: $isTraced)
  data
  files {
    databaseId
    name
    mediaType
    size
    uri
    dataStarted
    dataEnded
  }
  job {
    id
    databaseId
    timeout
    jobType {
      id
      name
      version
      cpusRequired @include(if: $isForEngine)
      memRequired @include(if: $isForEngine)
    }
  }
}`) as unknown as TypedDocumentString<ReportJobsMutation, ReportJobsMutationVariables>;