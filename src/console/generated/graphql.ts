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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role } };

export type LiveBatchFragment = { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } };

export type WatchBatchSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WatchBatchSubscription = { batchProgress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } };

export type BatchRowFragment = { databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type BatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number, title: string | null, created: string, recipeType: { databaseId: number, name: string, version: string }, event: { description: Record<string, unknown> }, progress: { status: BatchStatus, total: number, created: number, failed: number, percent: number | null, work: { state: WorkState, percent: number | null, finished: string | null, estimate: string | null, recipesCompleted: number, jobs: { blocked: number, canceled: number, completed: number, failed: number, pending: number, queued: number, running: number, total: number } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

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