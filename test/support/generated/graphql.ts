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
  /** Jobs to run again even where nothing changed. */
  jobNames?: Array<string> | null | undefined;
  /** The priority of the new jobs, instead of their types' own; a lower number is more urgent. */
  priority?: number | null | undefined;
  version?: string | null | undefined;
};

/** The batch to create. */
export type BatchInput = {
  definition: BatchDefinitionInput;
  description?: string | null | undefined;
  /** The recipe type whose recipes are re-processed: its global id, or its integer id. */
  recipeTypeId: string | number;
  /** At most 50 characters. */
  title?: string | null | undefined;
};

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

/** Both bounds are inclusive; at least one is required. */
export type DateRangeInput = {
  ended?: string | null | undefined;
  started?: string | null | undefined;
  type?: DateRangeType | null | undefined;
};

export type DateRangeType =
  /** When the recipe was made. */
  | 'CREATED'
  /** The data times of the recipe's input files. */
  | 'DATA';

export type UserErrorCode =
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_MISMATCH'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'REQUIRED'
  | 'TOO_LARGE';

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateBatchMutation = { createBatch: { replayed: boolean, errors: Array<{ code: UserErrorCode, path: Array<string>, message: string }>, batch: { id: string, databaseId: number, status: BatchStatus, title: string | null } | null } };

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

export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $idempotencyKey: String) {
  createBatch(input: $input, idempotencyKey: $idempotencyKey) {
    replayed
    errors {
      code
      path
      message
    }
    batch {
      id
      databaseId
      status
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;