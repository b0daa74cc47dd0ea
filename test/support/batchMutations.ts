import { graphql } from "./generated/index.js";

export const validateBatch = graphql(`
  mutation ValidateBatch($input: BatchInput!) {
    validateBatch(input: $input) {
      valid
      recipeCount
      planToken
      errors { code path message }
      warnings { id details }
      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { databaseId name version } } }
    }
  }
`);

export const createBatch = graphql(`
  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {
    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {
      replayed
      errors { code path message }
      batch {
        id databaseId title description status recipeType { databaseId }
        definition { version dateRange { type started ended } jobNames allJobs priority }
        event { type description }
        creatorJob { status }
      }
    }
  }
`);

export const updateBatch = graphql(`
  mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {
    updateBatch(id: $id, input: $input) { errors { code path message } batch { id title description status lastModified } }
  }
`);

/** Four changes in one operation. */
export const changeBatch = graphql(`
  mutation ChangeBatch($id: ID!) {
    pauseBatch(id: $id) { batch { status events { to } } }
    updateBatch(id: $id, input: { title: "Changed" }) { batch { title status } }
    resumeBatch(id: $id) { batch { status events { to } } }
    cancelBatch(id: $id) { batch { title status events { to } creatorJob { status } } }
  }
`);

export const cancelBatch = graphql(`
  mutation CancelBatch($id: ID!, $reason: String) {
    cancelBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }
  }
`);

export const pauseBatch = graphql(`
  mutation PauseBatch($id: ID!, $reason: String) {
    pauseBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }
  }
`);

export const resumeBatch = graphql(`
  mutation ResumeBatch($id: ID!) {
    resumeBatch(id: $id) { errors { code path message } batch { ...BatchState } }
  }
`);

export const retryBatch = graphql(`
  mutation RetryBatch($id: ID!) {
    retryBatch(id: $id) {
      errors { code path message }
      batch { ...BatchState title description retryOf { databaseId } definition { allJobs jobNames } }
    }
  }
`);

export const batchState = graphql(`
  query ReadBatchState($id: ID!) {
    batch(id: $id) { ...BatchState }
  }
  fragment BatchState on Batch {
    databaseId
    status
    createdCount
    failedCount
    totalCount
    creatorJob { status }
    events { from to actor reason }
  }
`);
