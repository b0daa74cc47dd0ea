/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on batches. All of them must hold; of a list, one value. */
export type BatchFilter = {
  /** The name of the actor who created the batch. */
  createdBy?: Array<string> | null | undefined;
  /** Inclusive bound on lastModified. */
  ended?: string | null | undefined;
  recipeTypeId?: Array<string | number> | null | undefined;
  recipeTypeName?: Array<string> | null | undefined;
  /** Inclusive bound on lastModified. */
  started?: string | null | undefined;
  status?: Array<BatchStatus> | null | undefined;
  /** Part of the title, in any case. */
  title?: string | null | undefined;
};

/** What a list of batches is sorted by. Ties are broken by the id. */
export type BatchOrder = {
  direction?: OrderDirection;
  field: BatchOrderField;
};

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
  /** Stopped for good by a caller. */
  | 'CANCELED'
  /** Every matched recipe was made or has failed. */
  | 'CREATED'
  /** Its recipes are being made. */
  | 'CREATING'
  /** Stopped for good by a fault. */
  | 'FAILED'
  /** Stopped; goes on where it stopped. */
  | 'PAUSED'
  /** Asked for; its creator job waits. */
  | 'SUBMITTED';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type CountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountedBatchesQuery = { batches: { totalCount: number, nodes: Array<{ databaseId: number }> } };

export type UncountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type UncountedBatchesQuery = { batches: { nodes: Array<{ databaseId: number }>, pageInfo: { hasNextPage: boolean } } };

export type BatchPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: BatchFilter | null | undefined;
  orderBy?: Array<BatchOrder> | BatchOrder | null | undefined;
}>;


export type BatchPageQuery = { batches: { edges: Array<{ cursor: string, node: { databaseId: number } }>, nodes: Array<{ databaseId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

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