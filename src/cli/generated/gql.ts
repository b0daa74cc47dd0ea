/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment BatchSummary on Batch {\n    id\n    databaseId\n    title\n    status\n    totalCount\n    createdCount\n    failedCount\n    created\n    lastModified\n    recipeType { id databaseId name version }\n  }\n": typeof types.BatchSummaryFragmentDoc,
    "\n  fragment ChangedBatch on BatchPayload {\n    batch {\n      ...BatchSummary\n      retryOf { id databaseId }\n      progress { jobs { canceled } }\n      work { state }\n      limits { maxRunningJobs stopAfterFailedJobs }\n    }\n    errors { code path message }\n  }\n": typeof types.ChangedBatchFragmentDoc,
    "\n  query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {\n    batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {\n      totalCount\n      nodes { ...BatchSummary }\n    }\n  }\n": typeof types.ListBatchesDocument,
    "\n  query ShowBatch($id: ID!, $failures: Int!) {\n    batch(id: $id) {\n      ...BatchSummary\n      description\n      stalledSince\n      definition {\n        version\n        dateRange { type started ended }\n        jobNames\n        allJobs\n        priority\n      }\n      progress {\n        percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      work { state percent finished estimate recipesCompleted }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      creatorJob { id databaseId status }\n      retryOf { id databaseId }\n      previous { id databaseId }\n      root { id databaseId }\n      events { from to actor reason occurred }\n      workEvents { from to actor reason occurred }\n      jobs(status: [FAILED], first: $failures) {\n        nodes {\n          job {\n            id\n            databaseId\n            jobType { name version }\n            error { name }\n            executions { attempt worker message exitCode logTail }\n          }\n        }\n      }\n      recipes(outcome: [FAILED], first: $failures) {\n        nodes {\n          supersededRecipe { id databaseId }\n          failure { code message }\n        }\n      }\n    }\n  }\n": typeof types.ShowBatchDocument,
    "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches {\n        ...BatchSummary\n        work { state }\n        previous { id databaseId }\n      }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n": typeof types.CompareBatchesDocument,
    "\n  query FindBatch($id: ID!) {\n    batch(id: $id) { ...BatchSummary }\n  }\n": typeof types.FindBatchDocument,
    "\n  subscription BatchProgress($id: ID!, $withWork: Boolean!) {\n    batchProgress(id: $id) {\n      status total created failed percent\n      work @include(if: $withWork) {\n        state percent finished estimate recipesCompleted\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n    }\n  }\n": typeof types.BatchProgressDocument,
    "\n  query FindRecipeTypes($id: ID!, $names: [String!]) {\n    recipeType(id: $id) { id databaseId name version }\n    recipeTypes(filter: { name: $names }, first: 1000) {\n      nodes { id databaseId name version }\n    }\n  }\n": typeof types.FindRecipeTypesDocument,
    "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      warnings { id details }\n      errors { code path message }\n      plan {\n        revisionNum\n        recipeCount\n        canReprocess\n        reason\n        jobs { jobName action jobType { name version } }\n      }\n      planToken\n    }\n  }\n": typeof types.ValidateBatchDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {\n    createBatch(input: $input, planToken: $planToken, idempotencyKey: $idempotencyKey) {\n      batch { ...BatchSummary }\n      errors { code path message }\n      replayed\n    }\n  }\n": typeof types.CreateBatchDocument,
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n": typeof types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n": typeof types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { ...ChangedBatch }\n  }\n": typeof types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { ...ChangedBatch }\n  }\n": typeof types.RetryBatchDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { ...ChangedBatch }\n  }\n": typeof types.LimitBatchDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n": typeof types.RequeueJobsDocument,
    "\n  fragment ClaimedJob on JobClaim {\n    token\n    attempt\n    traceparent @include(if: $isTraced)\n    data\n    files { databaseId name mediaType size uri dataStarted dataEnded }\n    job {\n      id\n      databaseId\n      timeout\n      jobType {\n        id\n        name\n        version\n        cpusRequired @include(if: $isForEngine)\n        memRequired @include(if: $isForEngine)\n      }\n    }\n  }\n": typeof types.ClaimedJobFragmentDoc,
    "\n  mutation ClaimJobs($input: ClaimJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    claimJobs(input: $input) {\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n": typeof types.ClaimJobsDocument,
    "\n  mutation ReportJobs($input: ReportJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    reportJobs(input: $input) {\n      outcomes {\n        error { code path message }\n        shouldStop\n      }\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n": typeof types.ReportJobsDocument,
};
const documents: Documents = {
    "\n  fragment BatchSummary on Batch {\n    id\n    databaseId\n    title\n    status\n    totalCount\n    createdCount\n    failedCount\n    created\n    lastModified\n    recipeType { id databaseId name version }\n  }\n": types.BatchSummaryFragmentDoc,
    "\n  fragment ChangedBatch on BatchPayload {\n    batch {\n      ...BatchSummary\n      retryOf { id databaseId }\n      progress { jobs { canceled } }\n      work { state }\n      limits { maxRunningJobs stopAfterFailedJobs }\n    }\n    errors { code path message }\n  }\n": types.ChangedBatchFragmentDoc,
    "\n  query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {\n    batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {\n      totalCount\n      nodes { ...BatchSummary }\n    }\n  }\n": types.ListBatchesDocument,
    "\n  query ShowBatch($id: ID!, $failures: Int!) {\n    batch(id: $id) {\n      ...BatchSummary\n      description\n      stalledSince\n      definition {\n        version\n        dateRange { type started ended }\n        jobNames\n        allJobs\n        priority\n      }\n      progress {\n        percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      work { state percent finished estimate recipesCompleted }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      creatorJob { id databaseId status }\n      retryOf { id databaseId }\n      previous { id databaseId }\n      root { id databaseId }\n      events { from to actor reason occurred }\n      workEvents { from to actor reason occurred }\n      jobs(status: [FAILED], first: $failures) {\n        nodes {\n          job {\n            id\n            databaseId\n            jobType { name version }\n            error { name }\n            executions { attempt worker message exitCode logTail }\n          }\n        }\n      }\n      recipes(outcome: [FAILED], first: $failures) {\n        nodes {\n          supersededRecipe { id databaseId }\n          failure { code message }\n        }\n      }\n    }\n  }\n": types.ShowBatchDocument,
    "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches {\n        ...BatchSummary\n        work { state }\n        previous { id databaseId }\n      }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n": types.CompareBatchesDocument,
    "\n  query FindBatch($id: ID!) {\n    batch(id: $id) { ...BatchSummary }\n  }\n": types.FindBatchDocument,
    "\n  subscription BatchProgress($id: ID!, $withWork: Boolean!) {\n    batchProgress(id: $id) {\n      status total created failed percent\n      work @include(if: $withWork) {\n        state percent finished estimate recipesCompleted\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n    }\n  }\n": types.BatchProgressDocument,
    "\n  query FindRecipeTypes($id: ID!, $names: [String!]) {\n    recipeType(id: $id) { id databaseId name version }\n    recipeTypes(filter: { name: $names }, first: 1000) {\n      nodes { id databaseId name version }\n    }\n  }\n": types.FindRecipeTypesDocument,
    "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      warnings { id details }\n      errors { code path message }\n      plan {\n        revisionNum\n        recipeCount\n        canReprocess\n        reason\n        jobs { jobName action jobType { name version } }\n      }\n      planToken\n    }\n  }\n": types.ValidateBatchDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {\n    createBatch(input: $input, planToken: $planToken, idempotencyKey: $idempotencyKey) {\n      batch { ...BatchSummary }\n      errors { code path message }\n      replayed\n    }\n  }\n": types.CreateBatchDocument,
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n": types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n": types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { ...ChangedBatch }\n  }\n": types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { ...ChangedBatch }\n  }\n": types.RetryBatchDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { ...ChangedBatch }\n  }\n": types.LimitBatchDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n": types.RequeueJobsDocument,
    "\n  fragment ClaimedJob on JobClaim {\n    token\n    attempt\n    traceparent @include(if: $isTraced)\n    data\n    files { databaseId name mediaType size uri dataStarted dataEnded }\n    job {\n      id\n      databaseId\n      timeout\n      jobType {\n        id\n        name\n        version\n        cpusRequired @include(if: $isForEngine)\n        memRequired @include(if: $isForEngine)\n      }\n    }\n  }\n": types.ClaimedJobFragmentDoc,
    "\n  mutation ClaimJobs($input: ClaimJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    claimJobs(input: $input) {\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n": types.ClaimJobsDocument,
    "\n  mutation ReportJobs($input: ReportJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    reportJobs(input: $input) {\n      outcomes {\n        error { code path message }\n        shouldStop\n      }\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n": types.ReportJobsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchSummary on Batch {\n    id\n    databaseId\n    title\n    status\n    totalCount\n    createdCount\n    failedCount\n    created\n    lastModified\n    recipeType { id databaseId name version }\n  }\n"): typeof import('./graphql.js').BatchSummaryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangedBatch on BatchPayload {\n    batch {\n      ...BatchSummary\n      retryOf { id databaseId }\n      progress { jobs { canceled } }\n      work { state }\n      limits { maxRunningJobs stopAfterFailedJobs }\n    }\n    errors { code path message }\n  }\n"): typeof import('./graphql.js').ChangedBatchFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {\n    batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {\n      totalCount\n      nodes { ...BatchSummary }\n    }\n  }\n"): typeof import('./graphql.js').ListBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShowBatch($id: ID!, $failures: Int!) {\n    batch(id: $id) {\n      ...BatchSummary\n      description\n      stalledSince\n      definition {\n        version\n        dateRange { type started ended }\n        jobNames\n        allJobs\n        priority\n      }\n      progress {\n        percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      work { state percent finished estimate recipesCompleted }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      creatorJob { id databaseId status }\n      retryOf { id databaseId }\n      previous { id databaseId }\n      root { id databaseId }\n      events { from to actor reason occurred }\n      workEvents { from to actor reason occurred }\n      jobs(status: [FAILED], first: $failures) {\n        nodes {\n          job {\n            id\n            databaseId\n            jobType { name version }\n            error { name }\n            executions { attempt worker message exitCode logTail }\n          }\n        }\n      }\n      recipes(outcome: [FAILED], first: $failures) {\n        nodes {\n          supersededRecipe { id databaseId }\n          failure { code message }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShowBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches {\n        ...BatchSummary\n        work { state }\n        previous { id databaseId }\n      }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n"): typeof import('./graphql.js').CompareBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindBatch($id: ID!) {\n    batch(id: $id) { ...BatchSummary }\n  }\n"): typeof import('./graphql.js').FindBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BatchProgress($id: ID!, $withWork: Boolean!) {\n    batchProgress(id: $id) {\n      status total created failed percent\n      work @include(if: $withWork) {\n        state percent finished estimate recipesCompleted\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n    }\n  }\n"): typeof import('./graphql.js').BatchProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindRecipeTypes($id: ID!, $names: [String!]) {\n    recipeType(id: $id) { id databaseId name version }\n    recipeTypes(filter: { name: $names }, first: 1000) {\n      nodes { id databaseId name version }\n    }\n  }\n"): typeof import('./graphql.js').FindRecipeTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      warnings { id details }\n      errors { code path message }\n      plan {\n        revisionNum\n        recipeCount\n        canReprocess\n        reason\n        jobs { jobName action jobType { name version } }\n      }\n      planToken\n    }\n  }\n"): typeof import('./graphql.js').ValidateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {\n    createBatch(input: $input, planToken: $planToken, idempotencyKey: $idempotencyKey) {\n      batch { ...BatchSummary }\n      errors { code path message }\n      replayed\n    }\n  }\n"): typeof import('./graphql.js').CreateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n"): typeof import('./graphql.js').CancelBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { ...ChangedBatch }\n  }\n"): typeof import('./graphql.js').PauseBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { ...ChangedBatch }\n  }\n"): typeof import('./graphql.js').ResumeBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { ...ChangedBatch }\n  }\n"): typeof import('./graphql.js').RetryBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { ...ChangedBatch }\n  }\n"): typeof import('./graphql.js').LimitBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n"): typeof import('./graphql.js').RequeueJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ClaimedJob on JobClaim {\n    token\n    attempt\n    traceparent @include(if: $isTraced)\n    data\n    files { databaseId name mediaType size uri dataStarted dataEnded }\n    job {\n      id\n      databaseId\n      timeout\n      jobType {\n        id\n        name\n        version\n        cpusRequired @include(if: $isForEngine)\n        memRequired @include(if: $isForEngine)\n      }\n    }\n  }\n"): typeof import('./graphql.js').ClaimedJobFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimJobs($input: ClaimJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    claimJobs(input: $input) {\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').ClaimJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportJobs($input: ReportJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {\n    reportJobs(input: $input) {\n      outcomes {\n        error { code path message }\n        shouldStop\n      }\n      claims { ...ClaimedJob }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').ReportJobsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
