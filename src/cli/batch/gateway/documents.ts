import { graphql } from "../../generated/index.js";

export const batchSummary = graphql(`
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
    recipeType { id databaseId name version }
  }
`);

export const changedBatch = graphql(`
  fragment ChangedBatch on BatchPayload {
    batch {
      ...BatchSummary
      retryOf { id databaseId }
      progress { jobs { canceled } }
      work { state }
      limits { maxRunningJobs stopAfterFailedJobs }
    }
    errors { code path message }
  }
`);

export const listDocument = graphql(`
  query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {
    batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
      totalCount
      nodes { ...BatchSummary }
    }
  }
`);

export const showDocument = graphql(`
  query ShowBatch($id: ID!, $failures: Int!) {
    batch(id: $id) {
      ...BatchSummary
      description
      stalledSince
      definition {
        version
        dateRange { type started ended }
        jobNames
        allJobs
        priority
      }
      progress {
        percent
        jobs { pending blocked queued running failed completed canceled total }
      }
      work { state percent finished estimate recipesCompleted }
      limits { maxRunningJobs stopAfterFailedJobs }
      creatorJob { id databaseId status }
      retryOf { id databaseId }
      previous { id databaseId }
      root { id databaseId }
      events { from to actor reason occurred }
      workEvents { from to actor reason occurred }
      jobs(status: [FAILED], first: $failures) {
        nodes {
          job {
            id
            databaseId
            jobType { name version }
            error { name }
            executions { attempt worker message exitCode logTail }
          }
        }
      }
      recipes(outcome: [FAILED], first: $failures) {
        nodes {
          supersededRecipe { id databaseId }
          failure { code message }
        }
      }
    }
  }
`);

export const compareDocument = graphql(`
  query CompareBatches($ids: [ID!]!) {
    compareBatches(ids: $ids) {
      batches {
        ...BatchSummary
        work { state }
        previous { id databaseId }
      }
      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }
    }
  }
`);

export const findBatchDocument = graphql(`
  query FindBatch($id: ID!) {
    batch(id: $id) { ...BatchSummary }
  }
`);

export const progressDocument = graphql(`
  subscription BatchProgress($id: ID!, $withWork: Boolean!) {
    batchProgress(id: $id) {
      status total created failed percent
      work @include(if: $withWork) {
        state percent finished estimate recipesCompleted
        jobs { pending blocked queued running failed completed canceled total }
      }
    }
  }
`);

export const recipeTypesDocument = graphql(`
  query FindRecipeTypes($id: ID!, $names: [String!]) {
    recipeType(id: $id) { id databaseId name version }
    recipeTypes(filter: { name: $names }, first: 1000) {
      nodes { id databaseId name version }
    }
  }
`);

export const validateDocument = graphql(`
  mutation ValidateBatch($input: BatchInput!) {
    validateBatch(input: $input) {
      valid
      recipeCount
      warnings { id details }
      errors { code path message }
      plan {
        revisionNum
        recipeCount
        canReprocess
        reason
        jobs { jobName action jobType { name version } }
      }
      planToken
    }
  }
`);

export const createDocument = graphql(`
  mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {
    createBatch(input: $input, planToken: $planToken, idempotencyKey: $idempotencyKey) {
      batch { ...BatchSummary }
      errors { code path message }
      replayed
    }
  }
`);

export const cancelDocument = graphql(`
  mutation CancelBatch($id: ID!, $reason: String) {
    change: cancelBatch(id: $id, reason: $reason) { ...ChangedBatch }
  }
`);

export const pauseDocument = graphql(`
  mutation PauseBatch($id: ID!, $reason: String) {
    change: pauseBatch(id: $id, reason: $reason) { ...ChangedBatch }
  }
`);

export const resumeDocument = graphql(`
  mutation ResumeBatch($id: ID!) {
    change: resumeBatch(id: $id) { ...ChangedBatch }
  }
`);

export const retryDocument = graphql(`
  mutation RetryBatch($id: ID!) {
    change: retryBatch(id: $id) { ...ChangedBatch }
  }
`);

export const limitDocument = graphql(`
  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
    change: updateBatch(id: $id, input: { limits: $limits }) { ...ChangedBatch }
  }
`);

export const requeueDocument = graphql(`
  mutation RequeueJobs($input: SelectJobsInput!) {
    requeueJobs(input: $input) { count errors { code path message } }
  }
`);
