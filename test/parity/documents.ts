import { graphql } from "../support/generated/index.js";

export const parityBatch = graphql(`
  query ParityBatch($id: ID!) {
    batch(id: $id) { ...ParityBatchDetails }
  }
`);

export const parityValidate = graphql(`
  mutation ParityValidate($input: BatchInput!) {
    validateBatch(input: $input) { recipeCount warnings { id details } errors { path } }
  }
`);

export const parityCreate = graphql(`
  mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {
    createBatch(input: $input, idempotencyKey: $idempotencyKey) { batch { ...ParityBatchDetails } errors { path } }
  }
  fragment ParityBatchDetails on Batch {
    databaseId title description status createdCount failedCount totalCount created lastModified
    recipeType {
      databaseId name version title description isActive definition revisionNum created lastModified archived
      triggerRule { databaseId }
    }
    event { databaseId type occurred description rule { databaseId type name isActive } }
    creatorJob {
      databaseId status priority numExes timeout maxTries isSuperseded
      created queued started ended lastStatusChange superseded lastModified
      jobType { ...ParityJobType }
      jobTypeRevision { databaseId revisionNum }
      event { databaseId type occurred rule { databaseId } }
      error { databaseId }
      supersededJob { databaseId }
      rootSupersededJob { databaseId }
    }
    definition { version dateRange { type started ended } jobNames allJobs priority }
  }
  fragment ParityJobType on JobType {
    databaseId name version title description category authorName authorUrl
    isSystem isLongRunning isActive isOperational isPaused iconCode
  }
`);

export const parityBatches = graphql(`
  query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        databaseId title description status createdCount failedCount totalCount created lastModified
        recipeType { databaseId name version title description }
        event { databaseId type occurred rule { databaseId } }
        creatorJob {
          databaseId status priority numExes
          jobType { ...ParityJobType }
          jobTypeRevision { databaseId }
          event { databaseId }
          error { databaseId }
        }
      }
    }
  }
`);

export const parityRecipeType = graphql(`
  query ParityRecipeType($id: ID!) {
    recipeType(id: $id) {
      databaseId name version title description isActive definition revisionNum created lastModified archived
      triggerRule { databaseId type name isActive }
      jobTypes { ...ParityJobType }
    }
  }
`);

export const parityRecipeTypes = graphql(`
  query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {
    recipeTypes(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        databaseId name version title description isActive definition revisionNum created lastModified archived
        triggerRule { databaseId }
      }
    }
  }
`);

export const parityJob = graphql(`
  query ParityJob($id: ID!) {
    job(id: $id) {
      databaseId status priority numExes timeout maxTries isSuperseded
      created queued started ended lastStatusChange superseded lastModified
      jobType { ...ParityJobType }
      jobTypeRevision { databaseId revisionNum }
      event { databaseId type occurred description rule { databaseId type name isActive } }
      error { databaseId name title description category }
      supersededJob { databaseId }
      rootSupersededJob { databaseId }
    }
  }
`);
