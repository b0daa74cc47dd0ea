/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on batches. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type BatchFilter = {
  /** The name of the actor who created the batch. */
  createdBy?: Array<string> | null | undefined;
  /** Not modified after; inclusive, and to the end of its millisecond. */
  ended?: string | null | undefined;
  recipeTypeId?: Array<string | number> | null | undefined;
  recipeTypeName?: Array<string> | null | undefined;
  /** Not modified before; inclusive. */
  started?: string | null | undefined;
  status?: Array<BatchStatus> | null | undefined;
  /** Part of the title, in any case. */
  title?: string | null | undefined;
  workState?: Array<WorkState> | null | undefined;
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

/** What a date range is about. */
export type DateRangeType =
  /** When the recipe was made. */
  | 'CREATED'
  /** The data times of the recipe's input files. */
  | 'DATA';

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


export type BatchPageQuery = { batch: { databaseId: number, title: string | null, description: string | null, created: string, stalledSince: string | null, retryOf: { databaseId: number, title: string | null } | null, recipeType: { databaseId: number, name: string, version: string, title: string | null }, event: { description: Record<string, unknown> }, definition: { allJobs: boolean, jobNames: Array<string> | null, priority: number | null, dateRange: { started: string | null, ended: string | null, type: DateRangeType } | null }, limits: { maxRunningJobs: number | null, stopAfterFailedJobs: number | null }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } }, events: Array<{ actor: string, from: BatchStatus | null, to: BatchStatus, occurred: string, reason: string | null }>, workEvents: Array<{ actor: string, from: WorkState | null, to: WorkState, occurred: string, reason: string | null }> } | null };

export type JobTimesQueryVariables = Exact<{
  id: string | number;
}>;


export type JobTimesQuery = { batch: { jobs: { totalCount: number, nodes: Array<{ isOriginal: boolean, created: string, job: { status: JobStatus, started: string | null, ended: string | null, lastStatusChange: string | null } }> } } | null };

export type FailedJobsQueryVariables = Exact<{
  id: string | number;
}>;


export type FailedJobsQuery = { batch: { jobs: { totalCount: number, nodes: Array<{ job: { databaseId: number, jobType: { name: string, version: string }, error: { name: string, title: string | null, description: string | null } | null, executions: Array<{ attempt: number, message: string | null, exitCode: number | null }> } }> }, recipes: { totalCount: number, nodes: Array<{ supersededRecipe: { databaseId: number } | null, failure: { code: string, message: string } | null }> } } | null };

export type JobsPageQueryVariables = Exact<{
  id: string | number;
  status?: Array<JobStatus> | JobStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsPageQuery = { batch: { jobs: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ isOriginal: boolean, job: { databaseId: number, status: JobStatus, numExes: number, held: string | null, started: string | null, ended: string | null, jobType: { name: string, version: string } } }> } } | null };

export type JobExecutionsQueryVariables = Exact<{
  id: string | number;
}>;


export type JobExecutionsQuery = { job: { databaseId: number, status: JobStatus, held: string | null, maxTries: number, executions: Array<{ attempt: number, status: JobExecutionStatus, worker: string, claimed: string, ended: string | null, exitCode: number | null, message: string | null, logTail: string | null, error: { name: string } | null }> } | null };

export type BatchRowFragment = { databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type BatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type QueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type QueuesQuery = { jobTypes: { totalCount: number, nodes: Array<{ databaseId: number, name: string, version: string, title: string | null, isPaused: boolean, maxRunning: number | null, queue: { queued: number, held: number, running: number, oldest: string | null, lastClaim: string | null } }> }, workers: Array<{ name: string, running: number, lastSeen: string }> };

export type UpdateJobTypeMutationVariables = Exact<{
  id: string | number;
  input: UpdateJobTypeInput;
}>;


export type UpdateJobTypeMutation = { change: { errors: Array<{ message: string }> } };

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
      from
      to
      occurred
      reason
    }
    workEvents {
      actor
      from
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
}`, {"hash":"sha256:f5f17f7e7701e47628f402613b4225d18183b1738c47f076b7f562a055e2e019"}) as unknown as TypedDocumentString<BatchPageQuery, BatchPageQueryVariables>;
export const JobTimesDocument = new TypedDocumentString(`
    query JobTimes($id: ID!) {
  batch(id: $id) {
    jobs(first: 1000) {
      totalCount
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
    `, {"hash":"sha256:73a9bce48087f4112633ab2a432eec45a02f8c2cac382a4c6013536cb96b9cb8"}) as unknown as TypedDocumentString<JobTimesQuery, JobTimesQueryVariables>;
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
            attempt
            message
            exitCode
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
    `, {"hash":"sha256:b9e8d2135ef7f68ef6ed6ab598404d7702985f10f6c156facdcfc92113255d77"}) as unknown as TypedDocumentString<FailedJobsQuery, FailedJobsQueryVariables>;
export const JobsPageDocument = new TypedDocumentString(`
    query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {
  batch(id: $id) {
    jobs(first: 50, status: $status, after: $after) {
      totalCount
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
    `, {"hash":"sha256:2eb2b0ec4aa865cdff1b19d465299a0e41d7c5fea0b7b56308d4666aa064206a"}) as unknown as TypedDocumentString<JobsPageQuery, JobsPageQueryVariables>;
export const JobExecutionsDocument = new TypedDocumentString(`
    query JobExecutions($id: ID!) {
  job(id: $id) {
    databaseId
    status
    held
    maxTries
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
    `, {"hash":"sha256:417b7caed63cdd6551de46a45712c63507da5c13c93124db1eacf795a4137f30"}) as unknown as TypedDocumentString<JobExecutionsQuery, JobExecutionsQueryVariables>;
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
export const QueuesDocument = new TypedDocumentString(`
    query Queues {
  jobTypes(first: 500, filter: {isSystem: false}) {
    totalCount
    nodes {
      databaseId
      name
      version
      title
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
  }
  workers {
    name
    running
    lastSeen
  }
}
    `, {"hash":"sha256:22543348e615cdefc9d4c83120d8aa2ca906912b291f3d0317fe625db5ec8b96"}) as unknown as TypedDocumentString<QueuesQuery, QueuesQueryVariables>;
export const UpdateJobTypeDocument = new TypedDocumentString(`
    mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
  change: updateJobType(id: $id, input: $input) {
    errors {
      message
    }
  }
}
    `, {"hash":"sha256:1b7bf61b04f265ba2b6f8e1e96663f2801cb1394be2f76fa18e63d2250d7be42"}) as unknown as TypedDocumentString<UpdateJobTypeMutation, UpdateJobTypeMutationVariables>;