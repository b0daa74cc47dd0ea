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
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { errors { message } }\n  }\n": typeof types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { errors { message } }\n  }\n": typeof types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { errors { message } }\n  }\n": typeof types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { batch { databaseId } errors { message } }\n  }\n": typeof types.RetryBatchDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    change: requeueJobs(input: $input) { count errors { message } }\n  }\n": typeof types.RequeueJobsDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { errors { message } }\n  }\n": typeof types.LimitBatchDocument,
    "\n  subscription ChangedBatches {\n    batchesChanged\n  }\n": typeof types.ChangedBatchesDocument,
    "\n  query Viewer {\n    viewer { name role }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment LiveBatch on BatchProgress {\n    status\n    total\n    created\n    failed\n    percent\n    work {\n      state\n      percent\n      finished\n      estimate\n      recipesCompleted\n      jobs { blocked canceled completed failed pending queued running total }\n    }\n  }\n": typeof types.LiveBatchFragmentDoc,
    "\n  subscription WatchBatch($id: ID!) {\n    batchProgress(id: $id) { ...LiveBatch }\n  }\n": typeof types.WatchBatchDocument,
    "\n  query BatchPage($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      title\n      description\n      created\n      stalledSince\n      retryOf { databaseId title }\n      recipeType { databaseId name version title }\n      event { description }\n      definition { allJobs jobNames priority dateRange { started ended type } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      progress { ...LiveBatch }\n      events { actor to occurred reason }\n      workEvents { actor to occurred reason }\n    }\n  }\n": typeof types.BatchPageDocument,
    "\n  query JobTimes($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 1000) {\n        nodes { isOriginal created job { status started ended lastStatusChange } }\n      }\n    }\n  }\n": typeof types.JobTimesDocument,
    "\n  query FailedJobs($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 200, status: [FAILED]) {\n        totalCount\n        nodes {\n          job {\n            databaseId\n            jobType { name version }\n            error { name title description }\n            executions { message }\n          }\n        }\n      }\n      recipes(first: 200, outcome: [FAILED]) {\n        totalCount\n        nodes { supersededRecipe { databaseId } failure { code message } }\n      }\n    }\n  }\n": typeof types.FailedJobsDocument,
    "\n  query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {\n    batch(id: $id) {\n      jobs(first: 50, status: $status, after: $after) {\n        pageInfo { endCursor hasNextPage }\n        nodes { isOriginal job { databaseId status numExes held started ended jobType { name version } } }\n      }\n    }\n  }\n": typeof types.JobsPageDocument,
    "\n  query JobExecutions($id: ID!) {\n    job(id: $id) {\n      held\n      executions { attempt status worker claimed ended exitCode message logTail error { name } }\n    }\n  }\n": typeof types.JobExecutionsDocument,
    "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n": typeof types.BatchRowFragmentDoc,
    "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": typeof types.BatchesDocument,
    "\n  query BatchRows($ids: [ID!]!) {\n    batches(first: 100, filter: { id: $ids }) {\n      nodes { ...BatchRow }\n    }\n  }\n": typeof types.BatchRowsDocument,
    "\n  query NewBatchType($id: ID!) {\n    recipeType(id: $id) { databaseId name version title isActive revisionNum definition }\n  }\n": typeof types.NewBatchTypeDocument,
    "\n  query RecipesInTime($id: ID!, $type: DateRangeType!, $outdated: Boolean!, $intervals: Int!) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n": typeof types.RecipesInTimeDocument,
    "\n  mutation BatchPlan($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { name version } } }\n    }\n  }\n": typeof types.BatchPlanDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String!, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      batch { databaseId }\n      errors { code path message }\n    }\n  }\n": typeof types.CreateBatchDocument,
    "\n  fragment QueuedType on JobType {\n    databaseId\n    name\n    version\n    isPaused\n    maxRunning\n    queue { queued held running oldest lastClaim }\n  }\n": typeof types.QueuedTypeFragmentDoc,
    "\n  query Queues {\n    jobTypes(first: 500, filter: { isSystem: false }) {\n      nodes { ...QueuedType }\n    }\n    workers { name running lastSeen }\n  }\n": typeof types.QueuesDocument,
    "\n  subscription WatchQueues {\n    queues {\n      jobTypes { ...QueuedType }\n      workers { name running lastSeen }\n    }\n  }\n": typeof types.WatchQueuesDocument,
    "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    change: updateJobType(id: $id, input: $input) { errors { message } }\n  }\n": typeof types.UpdateJobTypeDocument,
    "\n  query RecipeTypePage($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive revisionNum\n      revisions { revisionNum created }\n    }\n  }\n": typeof types.RecipeTypePageDocument,
    "\n  mutation RecipesByRevision($id: ID!) {\n    validateBatch(input: { recipeTypeId: $id, definition: { allJobs: true } }) { plan { revisionNum recipeCount } }\n  }\n": typeof types.RecipesByRevisionDocument,
    "\n  query TypeBatches($id: ID!, $first: Int!) {\n    batches(first: $first, filter: { recipeTypeId: [$id] }, orderBy: [{ field: CREATED, direction: DESC }]) {\n      totalCount\n      nodes { databaseId title created progress { ...LiveBatch } }\n    }\n  }\n": typeof types.TypeBatchesDocument,
    "\n  query Chain($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      previous { databaseId previous { databaseId previous { databaseId previous { databaseId previous { databaseId } } } } }\n    }\n  }\n": typeof types.ChainDocument,
    "\n  query ChainMetrics($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { databaseId title }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n": typeof types.ChainMetricsDocument,
    "\n  query Definitions($id: ID!, $revisionNum: [Int!]!) {\n    recipeType(id: $id) { revisions(revisionNum: $revisionNum) { revisionNum definition } }\n  }\n": typeof types.DefinitionsDocument,
    "\n  query RecipeTypes($first: Int!, $search: String, $isActive: Boolean) {\n    recipeTypes(first: $first, filter: { search: $search, isActive: $isActive }) {\n      totalCount\n      nodes { databaseId name version title isActive revisionNum lastModified }\n    }\n  }\n": typeof types.RecipeTypesDocument,
};
const documents: Documents = {
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { errors { message } }\n  }\n": types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { errors { message } }\n  }\n": types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { errors { message } }\n  }\n": types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { batch { databaseId } errors { message } }\n  }\n": types.RetryBatchDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    change: requeueJobs(input: $input) { count errors { message } }\n  }\n": types.RequeueJobsDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { errors { message } }\n  }\n": types.LimitBatchDocument,
    "\n  subscription ChangedBatches {\n    batchesChanged\n  }\n": types.ChangedBatchesDocument,
    "\n  query Viewer {\n    viewer { name role }\n  }\n": types.ViewerDocument,
    "\n  fragment LiveBatch on BatchProgress {\n    status\n    total\n    created\n    failed\n    percent\n    work {\n      state\n      percent\n      finished\n      estimate\n      recipesCompleted\n      jobs { blocked canceled completed failed pending queued running total }\n    }\n  }\n": types.LiveBatchFragmentDoc,
    "\n  subscription WatchBatch($id: ID!) {\n    batchProgress(id: $id) { ...LiveBatch }\n  }\n": types.WatchBatchDocument,
    "\n  query BatchPage($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      title\n      description\n      created\n      stalledSince\n      retryOf { databaseId title }\n      recipeType { databaseId name version title }\n      event { description }\n      definition { allJobs jobNames priority dateRange { started ended type } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      progress { ...LiveBatch }\n      events { actor to occurred reason }\n      workEvents { actor to occurred reason }\n    }\n  }\n": types.BatchPageDocument,
    "\n  query JobTimes($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 1000) {\n        nodes { isOriginal created job { status started ended lastStatusChange } }\n      }\n    }\n  }\n": types.JobTimesDocument,
    "\n  query FailedJobs($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 200, status: [FAILED]) {\n        totalCount\n        nodes {\n          job {\n            databaseId\n            jobType { name version }\n            error { name title description }\n            executions { message }\n          }\n        }\n      }\n      recipes(first: 200, outcome: [FAILED]) {\n        totalCount\n        nodes { supersededRecipe { databaseId } failure { code message } }\n      }\n    }\n  }\n": types.FailedJobsDocument,
    "\n  query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {\n    batch(id: $id) {\n      jobs(first: 50, status: $status, after: $after) {\n        pageInfo { endCursor hasNextPage }\n        nodes { isOriginal job { databaseId status numExes held started ended jobType { name version } } }\n      }\n    }\n  }\n": types.JobsPageDocument,
    "\n  query JobExecutions($id: ID!) {\n    job(id: $id) {\n      held\n      executions { attempt status worker claimed ended exitCode message logTail error { name } }\n    }\n  }\n": types.JobExecutionsDocument,
    "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n": types.BatchRowFragmentDoc,
    "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": types.BatchesDocument,
    "\n  query BatchRows($ids: [ID!]!) {\n    batches(first: 100, filter: { id: $ids }) {\n      nodes { ...BatchRow }\n    }\n  }\n": types.BatchRowsDocument,
    "\n  query NewBatchType($id: ID!) {\n    recipeType(id: $id) { databaseId name version title isActive revisionNum definition }\n  }\n": types.NewBatchTypeDocument,
    "\n  query RecipesInTime($id: ID!, $type: DateRangeType!, $outdated: Boolean!, $intervals: Int!) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n": types.RecipesInTimeDocument,
    "\n  mutation BatchPlan($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { name version } } }\n    }\n  }\n": types.BatchPlanDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String!, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      batch { databaseId }\n      errors { code path message }\n    }\n  }\n": types.CreateBatchDocument,
    "\n  fragment QueuedType on JobType {\n    databaseId\n    name\n    version\n    isPaused\n    maxRunning\n    queue { queued held running oldest lastClaim }\n  }\n": types.QueuedTypeFragmentDoc,
    "\n  query Queues {\n    jobTypes(first: 500, filter: { isSystem: false }) {\n      nodes { ...QueuedType }\n    }\n    workers { name running lastSeen }\n  }\n": types.QueuesDocument,
    "\n  subscription WatchQueues {\n    queues {\n      jobTypes { ...QueuedType }\n      workers { name running lastSeen }\n    }\n  }\n": types.WatchQueuesDocument,
    "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    change: updateJobType(id: $id, input: $input) { errors { message } }\n  }\n": types.UpdateJobTypeDocument,
    "\n  query RecipeTypePage($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive revisionNum\n      revisions { revisionNum created }\n    }\n  }\n": types.RecipeTypePageDocument,
    "\n  mutation RecipesByRevision($id: ID!) {\n    validateBatch(input: { recipeTypeId: $id, definition: { allJobs: true } }) { plan { revisionNum recipeCount } }\n  }\n": types.RecipesByRevisionDocument,
    "\n  query TypeBatches($id: ID!, $first: Int!) {\n    batches(first: $first, filter: { recipeTypeId: [$id] }, orderBy: [{ field: CREATED, direction: DESC }]) {\n      totalCount\n      nodes { databaseId title created progress { ...LiveBatch } }\n    }\n  }\n": types.TypeBatchesDocument,
    "\n  query Chain($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      previous { databaseId previous { databaseId previous { databaseId previous { databaseId previous { databaseId } } } } }\n    }\n  }\n": types.ChainDocument,
    "\n  query ChainMetrics($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { databaseId title }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n": types.ChainMetricsDocument,
    "\n  query Definitions($id: ID!, $revisionNum: [Int!]!) {\n    recipeType(id: $id) { revisions(revisionNum: $revisionNum) { revisionNum definition } }\n  }\n": types.DefinitionsDocument,
    "\n  query RecipeTypes($first: Int!, $search: String, $isActive: Boolean) {\n    recipeTypes(first: $first, filter: { search: $search, isActive: $isActive }) {\n      totalCount\n      nodes { databaseId name version title isActive revisionNum lastModified }\n    }\n  }\n": types.RecipeTypesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    change: cancelBatch(id: $id, reason: $reason) { errors { message } }\n  }\n"): typeof import('./graphql.js').CancelBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    change: pauseBatch(id: $id, reason: $reason) { errors { message } }\n  }\n"): typeof import('./graphql.js').PauseBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeBatch($id: ID!) {\n    change: resumeBatch(id: $id) { errors { message } }\n  }\n"): typeof import('./graphql.js').ResumeBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryBatch($id: ID!) {\n    change: retryBatch(id: $id) { batch { databaseId } errors { message } }\n  }\n"): typeof import('./graphql.js').RetryBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    change: requeueJobs(input: $input) { count errors { message } }\n  }\n"): typeof import('./graphql.js').RequeueJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    change: updateBatch(id: $id, input: { limits: $limits }) { errors { message } }\n  }\n"): typeof import('./graphql.js').LimitBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChangedBatches {\n    batchesChanged\n  }\n"): typeof import('./graphql.js').ChangedBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer { name role }\n  }\n"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LiveBatch on BatchProgress {\n    status\n    total\n    created\n    failed\n    percent\n    work {\n      state\n      percent\n      finished\n      estimate\n      recipesCompleted\n      jobs { blocked canceled completed failed pending queued running total }\n    }\n  }\n"): typeof import('./graphql.js').LiveBatchFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchBatch($id: ID!) {\n    batchProgress(id: $id) { ...LiveBatch }\n  }\n"): typeof import('./graphql.js').WatchBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchPage($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      title\n      description\n      created\n      stalledSince\n      retryOf { databaseId title }\n      recipeType { databaseId name version title }\n      event { description }\n      definition { allJobs jobNames priority dateRange { started ended type } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      progress { ...LiveBatch }\n      events { actor to occurred reason }\n      workEvents { actor to occurred reason }\n    }\n  }\n"): typeof import('./graphql.js').BatchPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobTimes($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 1000) {\n        nodes { isOriginal created job { status started ended lastStatusChange } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').JobTimesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FailedJobs($id: ID!) {\n    batch(id: $id) {\n      jobs(first: 200, status: [FAILED]) {\n        totalCount\n        nodes {\n          job {\n            databaseId\n            jobType { name version }\n            error { name title description }\n            executions { message }\n          }\n        }\n      }\n      recipes(first: 200, outcome: [FAILED]) {\n        totalCount\n        nodes { supersededRecipe { databaseId } failure { code message } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').FailedJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {\n    batch(id: $id) {\n      jobs(first: 50, status: $status, after: $after) {\n        pageInfo { endCursor hasNextPage }\n        nodes { isOriginal job { databaseId status numExes held started ended jobType { name version } } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').JobsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobExecutions($id: ID!) {\n    job(id: $id) {\n      held\n      executions { attempt status worker claimed ended exitCode message logTail error { name } }\n    }\n  }\n"): typeof import('./graphql.js').JobExecutionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n"): typeof import('./graphql.js').BatchRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n"): typeof import('./graphql.js').BatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchRows($ids: [ID!]!) {\n    batches(first: 100, filter: { id: $ids }) {\n      nodes { ...BatchRow }\n    }\n  }\n"): typeof import('./graphql.js').BatchRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewBatchType($id: ID!) {\n    recipeType(id: $id) { databaseId name version title isActive revisionNum definition }\n  }\n"): typeof import('./graphql.js').NewBatchTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipesInTime($id: ID!, $type: DateRangeType!, $outdated: Boolean!, $intervals: Int!) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n"): typeof import('./graphql.js').RecipesInTimeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BatchPlan($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { name version } } }\n    }\n  }\n"): typeof import('./graphql.js').BatchPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String!, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      batch { databaseId }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').CreateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueuedType on JobType {\n    databaseId\n    name\n    version\n    isPaused\n    maxRunning\n    queue { queued held running oldest lastClaim }\n  }\n"): typeof import('./graphql.js').QueuedTypeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Queues {\n    jobTypes(first: 500, filter: { isSystem: false }) {\n      nodes { ...QueuedType }\n    }\n    workers { name running lastSeen }\n  }\n"): typeof import('./graphql.js').QueuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchQueues {\n    queues {\n      jobTypes { ...QueuedType }\n      workers { name running lastSeen }\n    }\n  }\n"): typeof import('./graphql.js').WatchQueuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    change: updateJobType(id: $id, input: $input) { errors { message } }\n  }\n"): typeof import('./graphql.js').UpdateJobTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipeTypePage($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive revisionNum\n      revisions { revisionNum created }\n    }\n  }\n"): typeof import('./graphql.js').RecipeTypePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecipesByRevision($id: ID!) {\n    validateBatch(input: { recipeTypeId: $id, definition: { allJobs: true } }) { plan { revisionNum recipeCount } }\n  }\n"): typeof import('./graphql.js').RecipesByRevisionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TypeBatches($id: ID!, $first: Int!) {\n    batches(first: $first, filter: { recipeTypeId: [$id] }, orderBy: [{ field: CREATED, direction: DESC }]) {\n      totalCount\n      nodes { databaseId title created progress { ...LiveBatch } }\n    }\n  }\n"): typeof import('./graphql.js').TypeBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Chain($id: ID!) {\n    batch(id: $id) {\n      databaseId\n      previous { databaseId previous { databaseId previous { databaseId previous { databaseId previous { databaseId } } } } }\n    }\n  }\n"): typeof import('./graphql.js').ChainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChainMetrics($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { databaseId title }\n      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }\n    }\n  }\n"): typeof import('./graphql.js').ChainMetricsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Definitions($id: ID!, $revisionNum: [Int!]!) {\n    recipeType(id: $id) { revisions(revisionNum: $revisionNum) { revisionNum definition } }\n  }\n"): typeof import('./graphql.js').DefinitionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipeTypes($first: Int!, $search: String, $isActive: Boolean) {\n    recipeTypes(first: $first, filter: { search: $search, isActive: $isActive }) {\n      totalCount\n      nodes { databaseId name version title isActive revisionNum lastModified }\n    }\n  }\n"): typeof import('./graphql.js').RecipeTypesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
