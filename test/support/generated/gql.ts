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
    "\n  query LoadedBatch {\n    batch(id: \"40\") {\n      title status createdCount failedCount totalCount definition { dateRange { type started } jobNames allJobs }\n      event { databaseId description } creatorJob { databaseId status } work { state recipesCompleted jobs { completed failed canceled total } }\n      recipes { totalCount }\n      jobs(first: 2) { totalCount nodes { isOriginal job { databaseId } } }\n    }\n    recipe(id: \"22\") { supersededRecipe { databaseId } revisionNum jobs { jobName isOriginal job { databaseId error { name } } } }\n    other: batch(id: \"41\") { status work { state } }\n    broken: batch(id: \"42\") { status }\n    job(id: \"44\") { data recipes { databaseId } }\n  }\n": typeof types.LoadedBatchDocument,
    "\n  query PrunedBatch($id: ID!) {\n    batch(id: $id) {\n      createdCount totalCount previous { databaseId } jobMetrics { jobName count failed longest }\n      work { state recipesCompleted jobs { completed failed total } }\n      recipes { totalCount } jobs { totalCount }\n    }\n  }\n": typeof types.PrunedBatchDocument,
    "\n  query PagesByWideKeys($id: ID!, $after: String) {\n    batch(id: $id) {\n      jobs(first: 4, after: $after) { nodes { job { databaseId recipes { jobs { jobName } } } } pageInfo { endCursor hasNextPage } }\n    }\n  }\n": typeof types.PagesByWideKeysDocument,
    "query BatchById($id: ID!) { batch(id: $id) { id databaseId } }": typeof types.BatchByIdDocument,
    "\n  query WholeBatch($id: ID!) {\n    batch(id: $id) {\n      id databaseId title description status createdCount failedCount totalCount created lastModified\n      recipeType { id databaseId name version }\n      event { databaseId type rule { databaseId } occurred description }\n      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }\n      definition { version dateRange { type started ended } jobNames allJobs priority }\n      progress {\n        status total created failed percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      retryOf { id }\n      events { from to actor reason occurred }\n    }\n  }\n": typeof types.WholeBatchDocument,
    "\n  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {\n    batch(id: $id) {\n      progress { jobs { pending blocked queued running failed completed canceled total } }\n      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        nodes {\n          isOriginal\n          created\n          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }\n          supersededJob { databaseId isSuperseded jobType { name } }\n        }\n      }\n    }\n  }\n": typeof types.BatchJobsDocument,
    "\n  subscription ProgressOf($id: ID!) {\n    batchProgress(id: $id) { status total created failed percent jobs { queued pending canceled total } }\n  }\n": typeof types.ProgressOfDocument,
    "subscription CountsOf($id: ID!) { batchProgress(id: $id) { created jobs { total } } }": typeof types.CountsOfDocument,
    "subscription JobsOf($id: ID!) { batchProgress(id: $id) { jobs { queued running } } }": typeof types.JobsOfDocument,
    "\n  subscription FollowedWork($id: ID!, $withWork: Boolean = true) {\n    batchProgress(id: $id) {\n      status\n      work @include(if: $withWork) { state percent jobs { queued running completed failed } recipesCompleted finished }\n    }\n  }\n": typeof types.FollowedWorkDocument,
    "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n": typeof types.BatchRecipesDocument,
    "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }": typeof types.OneBatchRecipeDocument,
    "\n  query WorkOf($id: ID!) {\n    batch(id: $id) {\n      work { ...WholeWork }\n      progress { work { ...WholeWork } jobs { total } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      events { from to }\n      workEvents { from to actor reason occurred }\n    }\n  }\n  fragment WholeWork on BatchWork {\n    state percent jobs { pending blocked queued running failed completed canceled total } recipesCompleted finished estimate\n  }\n": typeof types.WorkOfDocument,
    "\n  query WorkOfMany($filter: BatchFilter) {\n    batches(filter: $filter) { nodes { databaseId work { state percent recipesCompleted jobs { total } } progress { jobs { queued } } } }\n  }\n": typeof types.WorkOfManyDocument,
    "subscription BatchesChanged { batchesChanged }": typeof types.BatchesChangedDocument,
    "subscription StatusOf($id: ID!) { batchProgress(id: $id) { status } }": typeof types.StatusOfDocument,
    "query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }": typeof types.FilteredBatchesDocument,
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": typeof types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": typeof types.UncountedBatchesDocument,
    "mutation OnlyTokens($input: ClaimJobsInput!) { claimJobs(input: $input) { claims { token data } } }": typeof types.OnlyTokensDocument,
    "\n  query ChainOf($id: ID!) {\n    batch(id: $id) { previous { databaseId } root { databaseId } }\n  }\n": typeof types.ChainOfDocument,
    "\n  query MetricsOf($id: ID!) {\n    batch(id: $id) { jobMetrics { jobName count failed shortest mean p95 longest } }\n  }\n": typeof types.MetricsOfDocument,
    "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { id databaseId title previous { title } }\n      jobs { jobName metrics { jobName count failed mean } }\n    }\n  }\n": typeof types.CompareBatchesDocument,
    "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }": typeof types.SinceDocument,
    "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": typeof types.JobByIdDocument,
    "\n  query RunsOf($id: ID!) {\n    job(id: $id) {\n      status data results held\n      executions { attempt status worker claimed leaseExpires ended error { name } message exitCode logTail }\n      recipes { databaseId isSuperseded }\n    }\n  }\n": typeof types.RunsOfDocument,
    "\n  query RunsOfBatch($id: ID!) {\n    batch(id: $id) { jobs { nodes { job { databaseId held data results executions { attempt error { name } } recipes { databaseId } } } } }\n  }\n": typeof types.RunsOfBatchDocument,
    "\n  query JobTypeById($id: ID!) {\n    jobType(id: $id) { id databaseId name version maxRunning queue { queued held running oldest lastClaim } }\n  }\n": typeof types.JobTypeByIdDocument,
    "\n  query JobTypes($first: Int, $after: String, $filter: JobTypeFilter) {\n    jobTypes(first: $first, after: $after, filter: $filter) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { name isActive isSystem queue { queued } }\n    }\n  }\n": typeof types.JobTypesDocument,
    "subscription WatchedInVain { batchProgress(id: 1) { total } }": typeof types.WatchedInVainDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Batch { databaseId recipeType { name } }\n      ... on RecipeType { databaseId name }\n      ... on Recipe { databaseId jobs { jobName } }\n      ... on Job { databaseId jobType { name } }\n      ... on JobType { databaseId name isSystem }\n    }\n  }\n": typeof types.AnyNodeDocument,
    "\n  query EveryId($batch: ID!) {\n    batch(id: $batch) {\n      id\n      recipeType { id jobTypes { id } }\n      creatorJob { id jobType { id } }\n      recipes { nodes { recipe { id } supersededRecipe { id } } }\n      jobs { nodes { job { id } supersededJob { id } } }\n    }\n  }\n": typeof types.EveryIdDocument,
    "\n  subscription QueuesOf {\n    queues {\n      jobTypes { name isPaused queue { queued held running } }\n      workers { name running }\n    }\n  }\n": typeof types.QueuesOfDocument,
    "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n": typeof types.RecipeByIdDocument,
    "\n  query RevisionsOfType($id: ID!, $revisionNum: [Int!]) {\n    recipeType(id: $id) { revisionNum revisions(revisionNum: $revisionNum) { revisionNum created definition } }\n  }\n": typeof types.RevisionsOfTypeDocument,
    "\n  query RecipeTypeById($id: ID!) {\n    recipeType(id: $id) {\n      id databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes {\n        id databaseId name version title description category authorName authorUrl\n        isSystem isLongRunning isActive isOperational isPaused iconCode\n      }\n    }\n  }\n": typeof types.RecipeTypeByIdDocument,
    "\n  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      nodes { name version isActive revisionNum }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.RecipeTypeListDocument,
    "\n  query RecipesOverTime($id: ID!, $type: DateRangeType! = CREATED, $outdated: Boolean! = false, $intervals: Int! = 60) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n": typeof types.RecipesOverTimeDocument,
    "mutation CountMatched($input: BatchInput!) { validateBatch(input: $input) { recipeCount } }": typeof types.CountMatchedDocument,
    "mutation OnlyAccepted($input: ReportJobsInput!) { reportJobs(input: $input) { outcomes { accepted } } }": typeof types.OnlyAcceptedDocument,
    "\n  query Outcomes($id: ID!) {\n    batch(id: $id) {\n      status createdCount failedCount totalCount\n      retryOf { databaseId }\n      recipes { nodes { outcome supersededRecipe { databaseId } failure { code } } }\n    }\n  }\n": typeof types.OutcomesDocument,
    "\n  query Everything($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        id title status\n        recipeType { name triggerRule { name } jobTypes { name } }\n        event { type rule { name } }\n        creatorJob { ...WholeJob }\n        definition { allJobs }\n        progress { percent jobs { queued total } }\n        events { from to actor }\n        retryOf { id recipeType { name } event { type } }\n        failed: recipes(first: 2, outcome: [FAILED]) { totalCount nodes { failure { code } supersededRecipe { ...WholeRecipe } } }\n        recipes(first: 2) {\n          totalCount\n          nodes { outcome recipe { ...WholeRecipe } supersededRecipe { ...WholeRecipe } }\n        }\n        jobs(last: 3, status: [QUEUED, PENDING]) { totalCount nodes { isOriginal job { ...WholeJob } supersededJob { ...WholeJob } } }\n      }\n    }\n  }\n  fragment WholeJob on Job {\n    id status\n    jobType { name }\n    jobTypeRevision { revisionNum }\n    event { type rule { name } }\n    error { name }\n    supersededJob { id jobType { name } }\n    rootSupersededJob { id }\n  }\n  fragment WholeRecipe on Recipe {\n    id revisionNum\n    recipeType { name jobTypes { name } }\n    event { type }\n    rootSupersededRecipe { id }\n    supersededRecipe { id event { type } }\n    supersededByRecipe { id }\n    jobs { jobName job { status jobType { name } error { name } } }\n  }\n": typeof types.EverythingDocument,
    "\n  query Summary($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      nodes { id title status recipeType { name } event { type occurred } creatorJob { status jobType { name } } progress { percent } }\n    }\n  }\n": typeof types.SummaryDocument,
    "query Viewer { viewer { name role } }": typeof types.ViewerDocument,
    "\n  mutation CancelForWebhook($id: ID!) { cancelBatch(id: $id) { errors { code } } }\n": typeof types.CancelForWebhookDocument,
    "\n  mutation PauseForWebhook($id: ID!) { pauseBatch(id: $id) { errors { code } } }\n": typeof types.PauseForWebhookDocument,
    "query Workers { workers { name lastSeen running } }": typeof types.WorkersDocument,
    "\n  query ParityBatch($id: ID!) {\n    batch(id: $id) { ...ParityBatchDetails }\n  }\n": typeof types.ParityBatchDocument,
    "\n  mutation ParityValidate($input: BatchInput!) {\n    validateBatch(input: $input) { recipeCount warnings { id details } errors { path } }\n  }\n": typeof types.ParityValidateDocument,
    "\n  mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey) { batch { ...ParityBatchDetails } errors { path } }\n  }\n  fragment ParityBatchDetails on Batch {\n    databaseId title description status createdCount failedCount totalCount created lastModified\n    recipeType {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId }\n    }\n    event { databaseId type occurred description rule { databaseId type name isActive } }\n    creatorJob {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred rule { databaseId } }\n      error { databaseId }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n    definition { version dateRange { type started ended } jobNames allJobs priority }\n  }\n  fragment ParityJobType on JobType {\n    databaseId name version title description category authorName authorUrl\n    isSystem isLongRunning isActive isOperational isPaused iconCode\n  }\n": typeof types.ParityCreateDocument,
    "\n  query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId title description status createdCount failedCount totalCount created lastModified\n        recipeType { databaseId name version title description }\n        event { databaseId type occurred rule { databaseId } }\n        creatorJob {\n          databaseId status priority numExes\n          jobType { ...ParityJobType }\n          jobTypeRevision { databaseId }\n          event { databaseId }\n          error { databaseId }\n        }\n      }\n    }\n  }\n": typeof types.ParityBatchesDocument,
    "\n  query ParityRecipeType($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes { ...ParityJobType }\n    }\n  }\n": typeof types.ParityRecipeTypeDocument,
    "\n  query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId name version title description isActive definition revisionNum created lastModified archived\n        triggerRule { databaseId }\n      }\n    }\n  }\n": typeof types.ParityRecipeTypesDocument,
    "\n  query ParityJob($id: ID!) {\n    job(id: $id) {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": typeof types.ParityJobDocument,
    "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { databaseId name version } } }\n    }\n  }\n": typeof types.ValidateBatchDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      replayed\n      errors { code path message }\n      batch {\n        id databaseId title description status recipeType { databaseId }\n        definition { version dateRange { type started ended } jobNames allJobs priority }\n        event { type description }\n        creatorJob { status }\n      }\n    }\n  }\n": typeof types.CreateBatchDocument,
    "\n  mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {\n    updateBatch(id: $id, input: $input) { errors { code path message } batch { id title description status lastModified } }\n  }\n": typeof types.UpdateBatchDocument,
    "\n  mutation ChangeBatch($id: ID!) {\n    pauseBatch(id: $id) { batch { status events { to } } }\n    updateBatch(id: $id, input: { title: \"Changed\" }) { batch { title status } }\n    resumeBatch(id: $id) { batch { status events { to } } }\n    cancelBatch(id: $id) { batch { title status events { to } creatorJob { status } } }\n  }\n": typeof types.ChangeBatchDocument,
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    cancelBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n": typeof types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    pauseBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n": typeof types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    resumeBatch(id: $id) { errors { code path message } batch { ...BatchState } }\n  }\n": typeof types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    retryBatch(id: $id) {\n      errors { code path message }\n      batch { ...BatchState title description retryOf { databaseId } definition { allJobs jobNames } }\n    }\n  }\n": typeof types.RetryBatchDocument,
    "\n  query ReadBatchState($id: ID!) {\n    batch(id: $id) { ...BatchState }\n  }\n  fragment BatchState on Batch {\n    databaseId\n    status\n    createdCount\n    failedCount\n    totalCount\n    creatorJob { status }\n    events { from to actor reason }\n  }\n": typeof types.ReadBatchStateDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.BatchPageDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n": typeof types.RequeueJobsDocument,
    "\n  mutation CancelJobs($input: SelectJobsInput!) {\n    cancelJobs(input: $input) { count errors { code path message } }\n  }\n": typeof types.CancelJobsDocument,
    "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    updateJobType(id: $id, input: $input) { jobType { databaseId isPaused maxRunning } errors { code path message } }\n  }\n": typeof types.UpdateJobTypeDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    updateBatch(id: $id, input: { limits: $limits }) {\n      errors { code path message }\n      batch { title limits { maxRunningJobs stopAfterFailedJobs } lastModified }\n    }\n  }\n": typeof types.LimitBatchDocument,
    "\n  query BrakedWork($id: ID!) {\n    batch(id: $id) {\n      status\n      limits { maxRunningJobs stopAfterFailedJobs }\n      work {\n        state finished recipesCompleted\n        jobs { pending blocked queued running failed completed canceled }\n      }\n      workEvents { from to actor reason\n      }\n    }\n  }\n": typeof types.BrakedWorkDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook { databaseId url description events isActive disabledReason createdBy }\n      secret\n      errors { code path message }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($id: ID!, $input: UpdateWebhookInput!) {\n    updateWebhook(id: $id, input: $input) {\n      webhook { databaseId url description events isActive disabledReason }\n      errors { code path message }\n    }\n  }\n": typeof types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) { databaseId errors { code path message } }\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) { webhook { databaseId } secret errors { code path message } }\n  }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation RedeliverWebhook($messageId: ID!) {\n    redeliverWebhook(messageId: $messageId) { delivery { messageId status attempts } errors { code path message } }\n  }\n": typeof types.RedeliverWebhookDocument,
    "\n  query WebhookIds {\n    webhooks { databaseId url }\n  }\n": typeof types.WebhookIdsDocument,
    "\n  query WebhookWithDeliveries($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {\n    webhook(id: $id) {\n      isActive disabledReason\n      deliveries(status: $status, first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          messageId event status attempts payload responseStatus responseBody error created lastAttempt nextAttempt batch { databaseId title }\n        }\n      }\n    }\n  }\n": typeof types.WebhookWithDeliveriesDocument,
    "\n  mutation ClaimJobs($input: ClaimJobsInput!) {\n    claimJobs(input: $input) {\n      claims {\n        token attempt data leaseExpires timesOut\n        job { databaseId status numExes jobType { name } }\n        files { databaseId name mediaType size uri dataStarted dataEnded }\n      }\n      errors { code path message }\n    }\n  }\n": typeof types.ClaimJobsDocument,
    "\n  mutation ReportJobs($input: ReportJobsInput!) {\n    reportJobs(input: $input) {\n      outcomes { token accepted error { code path message } job { databaseId status } leaseExpires shouldStop }\n      claims { token job { databaseId jobType { name } } }\n      errors { code path message }\n    }\n  }\n": typeof types.ReportJobsDocument,
    "\n  query Stalled($id: ID!) {\n    batch(id: $id) { status stalledSince }\n  }\n": typeof types.StalledDocument,
};
const documents: Documents = {
    "\n  query LoadedBatch {\n    batch(id: \"40\") {\n      title status createdCount failedCount totalCount definition { dateRange { type started } jobNames allJobs }\n      event { databaseId description } creatorJob { databaseId status } work { state recipesCompleted jobs { completed failed canceled total } }\n      recipes { totalCount }\n      jobs(first: 2) { totalCount nodes { isOriginal job { databaseId } } }\n    }\n    recipe(id: \"22\") { supersededRecipe { databaseId } revisionNum jobs { jobName isOriginal job { databaseId error { name } } } }\n    other: batch(id: \"41\") { status work { state } }\n    broken: batch(id: \"42\") { status }\n    job(id: \"44\") { data recipes { databaseId } }\n  }\n": types.LoadedBatchDocument,
    "\n  query PrunedBatch($id: ID!) {\n    batch(id: $id) {\n      createdCount totalCount previous { databaseId } jobMetrics { jobName count failed longest }\n      work { state recipesCompleted jobs { completed failed total } }\n      recipes { totalCount } jobs { totalCount }\n    }\n  }\n": types.PrunedBatchDocument,
    "\n  query PagesByWideKeys($id: ID!, $after: String) {\n    batch(id: $id) {\n      jobs(first: 4, after: $after) { nodes { job { databaseId recipes { jobs { jobName } } } } pageInfo { endCursor hasNextPage } }\n    }\n  }\n": types.PagesByWideKeysDocument,
    "query BatchById($id: ID!) { batch(id: $id) { id databaseId } }": types.BatchByIdDocument,
    "\n  query WholeBatch($id: ID!) {\n    batch(id: $id) {\n      id databaseId title description status createdCount failedCount totalCount created lastModified\n      recipeType { id databaseId name version }\n      event { databaseId type rule { databaseId } occurred description }\n      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }\n      definition { version dateRange { type started ended } jobNames allJobs priority }\n      progress {\n        status total created failed percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      retryOf { id }\n      events { from to actor reason occurred }\n    }\n  }\n": types.WholeBatchDocument,
    "\n  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {\n    batch(id: $id) {\n      progress { jobs { pending blocked queued running failed completed canceled total } }\n      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        nodes {\n          isOriginal\n          created\n          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }\n          supersededJob { databaseId isSuperseded jobType { name } }\n        }\n      }\n    }\n  }\n": types.BatchJobsDocument,
    "\n  subscription ProgressOf($id: ID!) {\n    batchProgress(id: $id) { status total created failed percent jobs { queued pending canceled total } }\n  }\n": types.ProgressOfDocument,
    "subscription CountsOf($id: ID!) { batchProgress(id: $id) { created jobs { total } } }": types.CountsOfDocument,
    "subscription JobsOf($id: ID!) { batchProgress(id: $id) { jobs { queued running } } }": types.JobsOfDocument,
    "\n  subscription FollowedWork($id: ID!, $withWork: Boolean = true) {\n    batchProgress(id: $id) {\n      status\n      work @include(if: $withWork) { state percent jobs { queued running completed failed } recipesCompleted finished }\n    }\n  }\n": types.FollowedWorkDocument,
    "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n": types.BatchRecipesDocument,
    "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }": types.OneBatchRecipeDocument,
    "\n  query WorkOf($id: ID!) {\n    batch(id: $id) {\n      work { ...WholeWork }\n      progress { work { ...WholeWork } jobs { total } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      events { from to }\n      workEvents { from to actor reason occurred }\n    }\n  }\n  fragment WholeWork on BatchWork {\n    state percent jobs { pending blocked queued running failed completed canceled total } recipesCompleted finished estimate\n  }\n": types.WorkOfDocument,
    "\n  query WorkOfMany($filter: BatchFilter) {\n    batches(filter: $filter) { nodes { databaseId work { state percent recipesCompleted jobs { total } } progress { jobs { queued } } } }\n  }\n": types.WorkOfManyDocument,
    "subscription BatchesChanged { batchesChanged }": types.BatchesChangedDocument,
    "subscription StatusOf($id: ID!) { batchProgress(id: $id) { status } }": types.StatusOfDocument,
    "query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }": types.FilteredBatchesDocument,
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": types.UncountedBatchesDocument,
    "mutation OnlyTokens($input: ClaimJobsInput!) { claimJobs(input: $input) { claims { token data } } }": types.OnlyTokensDocument,
    "\n  query ChainOf($id: ID!) {\n    batch(id: $id) { previous { databaseId } root { databaseId } }\n  }\n": types.ChainOfDocument,
    "\n  query MetricsOf($id: ID!) {\n    batch(id: $id) { jobMetrics { jobName count failed shortest mean p95 longest } }\n  }\n": types.MetricsOfDocument,
    "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { id databaseId title previous { title } }\n      jobs { jobName metrics { jobName count failed mean } }\n    }\n  }\n": types.CompareBatchesDocument,
    "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }": types.SinceDocument,
    "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": types.JobByIdDocument,
    "\n  query RunsOf($id: ID!) {\n    job(id: $id) {\n      status data results held\n      executions { attempt status worker claimed leaseExpires ended error { name } message exitCode logTail }\n      recipes { databaseId isSuperseded }\n    }\n  }\n": types.RunsOfDocument,
    "\n  query RunsOfBatch($id: ID!) {\n    batch(id: $id) { jobs { nodes { job { databaseId held data results executions { attempt error { name } } recipes { databaseId } } } } }\n  }\n": types.RunsOfBatchDocument,
    "\n  query JobTypeById($id: ID!) {\n    jobType(id: $id) { id databaseId name version maxRunning queue { queued held running oldest lastClaim } }\n  }\n": types.JobTypeByIdDocument,
    "\n  query JobTypes($first: Int, $after: String, $filter: JobTypeFilter) {\n    jobTypes(first: $first, after: $after, filter: $filter) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { name isActive isSystem queue { queued } }\n    }\n  }\n": types.JobTypesDocument,
    "subscription WatchedInVain { batchProgress(id: 1) { total } }": types.WatchedInVainDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Batch { databaseId recipeType { name } }\n      ... on RecipeType { databaseId name }\n      ... on Recipe { databaseId jobs { jobName } }\n      ... on Job { databaseId jobType { name } }\n      ... on JobType { databaseId name isSystem }\n    }\n  }\n": types.AnyNodeDocument,
    "\n  query EveryId($batch: ID!) {\n    batch(id: $batch) {\n      id\n      recipeType { id jobTypes { id } }\n      creatorJob { id jobType { id } }\n      recipes { nodes { recipe { id } supersededRecipe { id } } }\n      jobs { nodes { job { id } supersededJob { id } } }\n    }\n  }\n": types.EveryIdDocument,
    "\n  subscription QueuesOf {\n    queues {\n      jobTypes { name isPaused queue { queued held running } }\n      workers { name running }\n    }\n  }\n": types.QueuesOfDocument,
    "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n": types.RecipeByIdDocument,
    "\n  query RevisionsOfType($id: ID!, $revisionNum: [Int!]) {\n    recipeType(id: $id) { revisionNum revisions(revisionNum: $revisionNum) { revisionNum created definition } }\n  }\n": types.RevisionsOfTypeDocument,
    "\n  query RecipeTypeById($id: ID!) {\n    recipeType(id: $id) {\n      id databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes {\n        id databaseId name version title description category authorName authorUrl\n        isSystem isLongRunning isActive isOperational isPaused iconCode\n      }\n    }\n  }\n": types.RecipeTypeByIdDocument,
    "\n  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      nodes { name version isActive revisionNum }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.RecipeTypeListDocument,
    "\n  query RecipesOverTime($id: ID!, $type: DateRangeType! = CREATED, $outdated: Boolean! = false, $intervals: Int! = 60) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n": types.RecipesOverTimeDocument,
    "mutation CountMatched($input: BatchInput!) { validateBatch(input: $input) { recipeCount } }": types.CountMatchedDocument,
    "mutation OnlyAccepted($input: ReportJobsInput!) { reportJobs(input: $input) { outcomes { accepted } } }": types.OnlyAcceptedDocument,
    "\n  query Outcomes($id: ID!) {\n    batch(id: $id) {\n      status createdCount failedCount totalCount\n      retryOf { databaseId }\n      recipes { nodes { outcome supersededRecipe { databaseId } failure { code } } }\n    }\n  }\n": types.OutcomesDocument,
    "\n  query Everything($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        id title status\n        recipeType { name triggerRule { name } jobTypes { name } }\n        event { type rule { name } }\n        creatorJob { ...WholeJob }\n        definition { allJobs }\n        progress { percent jobs { queued total } }\n        events { from to actor }\n        retryOf { id recipeType { name } event { type } }\n        failed: recipes(first: 2, outcome: [FAILED]) { totalCount nodes { failure { code } supersededRecipe { ...WholeRecipe } } }\n        recipes(first: 2) {\n          totalCount\n          nodes { outcome recipe { ...WholeRecipe } supersededRecipe { ...WholeRecipe } }\n        }\n        jobs(last: 3, status: [QUEUED, PENDING]) { totalCount nodes { isOriginal job { ...WholeJob } supersededJob { ...WholeJob } } }\n      }\n    }\n  }\n  fragment WholeJob on Job {\n    id status\n    jobType { name }\n    jobTypeRevision { revisionNum }\n    event { type rule { name } }\n    error { name }\n    supersededJob { id jobType { name } }\n    rootSupersededJob { id }\n  }\n  fragment WholeRecipe on Recipe {\n    id revisionNum\n    recipeType { name jobTypes { name } }\n    event { type }\n    rootSupersededRecipe { id }\n    supersededRecipe { id event { type } }\n    supersededByRecipe { id }\n    jobs { jobName job { status jobType { name } error { name } } }\n  }\n": types.EverythingDocument,
    "\n  query Summary($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      nodes { id title status recipeType { name } event { type occurred } creatorJob { status jobType { name } } progress { percent } }\n    }\n  }\n": types.SummaryDocument,
    "query Viewer { viewer { name role } }": types.ViewerDocument,
    "\n  mutation CancelForWebhook($id: ID!) { cancelBatch(id: $id) { errors { code } } }\n": types.CancelForWebhookDocument,
    "\n  mutation PauseForWebhook($id: ID!) { pauseBatch(id: $id) { errors { code } } }\n": types.PauseForWebhookDocument,
    "query Workers { workers { name lastSeen running } }": types.WorkersDocument,
    "\n  query ParityBatch($id: ID!) {\n    batch(id: $id) { ...ParityBatchDetails }\n  }\n": types.ParityBatchDocument,
    "\n  mutation ParityValidate($input: BatchInput!) {\n    validateBatch(input: $input) { recipeCount warnings { id details } errors { path } }\n  }\n": types.ParityValidateDocument,
    "\n  mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey) { batch { ...ParityBatchDetails } errors { path } }\n  }\n  fragment ParityBatchDetails on Batch {\n    databaseId title description status createdCount failedCount totalCount created lastModified\n    recipeType {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId }\n    }\n    event { databaseId type occurred description rule { databaseId type name isActive } }\n    creatorJob {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred rule { databaseId } }\n      error { databaseId }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n    definition { version dateRange { type started ended } jobNames allJobs priority }\n  }\n  fragment ParityJobType on JobType {\n    databaseId name version title description category authorName authorUrl\n    isSystem isLongRunning isActive isOperational isPaused iconCode\n  }\n": types.ParityCreateDocument,
    "\n  query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId title description status createdCount failedCount totalCount created lastModified\n        recipeType { databaseId name version title description }\n        event { databaseId type occurred rule { databaseId } }\n        creatorJob {\n          databaseId status priority numExes\n          jobType { ...ParityJobType }\n          jobTypeRevision { databaseId }\n          event { databaseId }\n          error { databaseId }\n        }\n      }\n    }\n  }\n": types.ParityBatchesDocument,
    "\n  query ParityRecipeType($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes { ...ParityJobType }\n    }\n  }\n": types.ParityRecipeTypeDocument,
    "\n  query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId name version title description isActive definition revisionNum created lastModified archived\n        triggerRule { databaseId }\n      }\n    }\n  }\n": types.ParityRecipeTypesDocument,
    "\n  query ParityJob($id: ID!) {\n    job(id: $id) {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": types.ParityJobDocument,
    "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { databaseId name version } } }\n    }\n  }\n": types.ValidateBatchDocument,
    "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      replayed\n      errors { code path message }\n      batch {\n        id databaseId title description status recipeType { databaseId }\n        definition { version dateRange { type started ended } jobNames allJobs priority }\n        event { type description }\n        creatorJob { status }\n      }\n    }\n  }\n": types.CreateBatchDocument,
    "\n  mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {\n    updateBatch(id: $id, input: $input) { errors { code path message } batch { id title description status lastModified } }\n  }\n": types.UpdateBatchDocument,
    "\n  mutation ChangeBatch($id: ID!) {\n    pauseBatch(id: $id) { batch { status events { to } } }\n    updateBatch(id: $id, input: { title: \"Changed\" }) { batch { title status } }\n    resumeBatch(id: $id) { batch { status events { to } } }\n    cancelBatch(id: $id) { batch { title status events { to } creatorJob { status } } }\n  }\n": types.ChangeBatchDocument,
    "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    cancelBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n": types.CancelBatchDocument,
    "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    pauseBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n": types.PauseBatchDocument,
    "\n  mutation ResumeBatch($id: ID!) {\n    resumeBatch(id: $id) { errors { code path message } batch { ...BatchState } }\n  }\n": types.ResumeBatchDocument,
    "\n  mutation RetryBatch($id: ID!) {\n    retryBatch(id: $id) {\n      errors { code path message }\n      batch { ...BatchState title description retryOf { databaseId } definition { allJobs jobNames } }\n    }\n  }\n": types.RetryBatchDocument,
    "\n  query ReadBatchState($id: ID!) {\n    batch(id: $id) { ...BatchState }\n  }\n  fragment BatchState on Batch {\n    databaseId\n    status\n    createdCount\n    failedCount\n    totalCount\n    creatorJob { status }\n    events { from to actor reason }\n  }\n": types.ReadBatchStateDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.BatchPageDocument,
    "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n": types.RequeueJobsDocument,
    "\n  mutation CancelJobs($input: SelectJobsInput!) {\n    cancelJobs(input: $input) { count errors { code path message } }\n  }\n": types.CancelJobsDocument,
    "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    updateJobType(id: $id, input: $input) { jobType { databaseId isPaused maxRunning } errors { code path message } }\n  }\n": types.UpdateJobTypeDocument,
    "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    updateBatch(id: $id, input: { limits: $limits }) {\n      errors { code path message }\n      batch { title limits { maxRunningJobs stopAfterFailedJobs } lastModified }\n    }\n  }\n": types.LimitBatchDocument,
    "\n  query BrakedWork($id: ID!) {\n    batch(id: $id) {\n      status\n      limits { maxRunningJobs stopAfterFailedJobs }\n      work {\n        state finished recipesCompleted\n        jobs { pending blocked queued running failed completed canceled }\n      }\n      workEvents { from to actor reason\n      }\n    }\n  }\n": types.BrakedWorkDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook { databaseId url description events isActive disabledReason createdBy }\n      secret\n      errors { code path message }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($id: ID!, $input: UpdateWebhookInput!) {\n    updateWebhook(id: $id, input: $input) {\n      webhook { databaseId url description events isActive disabledReason }\n      errors { code path message }\n    }\n  }\n": types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) { databaseId errors { code path message } }\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) { webhook { databaseId } secret errors { code path message } }\n  }\n": types.RotateWebhookSecretDocument,
    "\n  mutation RedeliverWebhook($messageId: ID!) {\n    redeliverWebhook(messageId: $messageId) { delivery { messageId status attempts } errors { code path message } }\n  }\n": types.RedeliverWebhookDocument,
    "\n  query WebhookIds {\n    webhooks { databaseId url }\n  }\n": types.WebhookIdsDocument,
    "\n  query WebhookWithDeliveries($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {\n    webhook(id: $id) {\n      isActive disabledReason\n      deliveries(status: $status, first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          messageId event status attempts payload responseStatus responseBody error created lastAttempt nextAttempt batch { databaseId title }\n        }\n      }\n    }\n  }\n": types.WebhookWithDeliveriesDocument,
    "\n  mutation ClaimJobs($input: ClaimJobsInput!) {\n    claimJobs(input: $input) {\n      claims {\n        token attempt data leaseExpires timesOut\n        job { databaseId status numExes jobType { name } }\n        files { databaseId name mediaType size uri dataStarted dataEnded }\n      }\n      errors { code path message }\n    }\n  }\n": types.ClaimJobsDocument,
    "\n  mutation ReportJobs($input: ReportJobsInput!) {\n    reportJobs(input: $input) {\n      outcomes { token accepted error { code path message } job { databaseId status } leaseExpires shouldStop }\n      claims { token job { databaseId jobType { name } } }\n      errors { code path message }\n    }\n  }\n": types.ReportJobsDocument,
    "\n  query Stalled($id: ID!) {\n    batch(id: $id) { status stalledSince }\n  }\n": types.StalledDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LoadedBatch {\n    batch(id: \"40\") {\n      title status createdCount failedCount totalCount definition { dateRange { type started } jobNames allJobs }\n      event { databaseId description } creatorJob { databaseId status } work { state recipesCompleted jobs { completed failed canceled total } }\n      recipes { totalCount }\n      jobs(first: 2) { totalCount nodes { isOriginal job { databaseId } } }\n    }\n    recipe(id: \"22\") { supersededRecipe { databaseId } revisionNum jobs { jobName isOriginal job { databaseId error { name } } } }\n    other: batch(id: \"41\") { status work { state } }\n    broken: batch(id: \"42\") { status }\n    job(id: \"44\") { data recipes { databaseId } }\n  }\n"): typeof import('./graphql.js').LoadedBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PrunedBatch($id: ID!) {\n    batch(id: $id) {\n      createdCount totalCount previous { databaseId } jobMetrics { jobName count failed longest }\n      work { state recipesCompleted jobs { completed failed total } }\n      recipes { totalCount } jobs { totalCount }\n    }\n  }\n"): typeof import('./graphql.js').PrunedBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PagesByWideKeys($id: ID!, $after: String) {\n    batch(id: $id) {\n      jobs(first: 4, after: $after) { nodes { job { databaseId recipes { jobs { jobName } } } } pageInfo { endCursor hasNextPage } }\n    }\n  }\n"): typeof import('./graphql.js').PagesByWideKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BatchById($id: ID!) { batch(id: $id) { id databaseId } }"): typeof import('./graphql.js').BatchByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WholeBatch($id: ID!) {\n    batch(id: $id) {\n      id databaseId title description status createdCount failedCount totalCount created lastModified\n      recipeType { id databaseId name version }\n      event { databaseId type rule { databaseId } occurred description }\n      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }\n      definition { version dateRange { type started ended } jobNames allJobs priority }\n      progress {\n        status total created failed percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      retryOf { id }\n      events { from to actor reason occurred }\n    }\n  }\n"): typeof import('./graphql.js').WholeBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {\n    batch(id: $id) {\n      progress { jobs { pending blocked queued running failed completed canceled total } }\n      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        nodes {\n          isOriginal\n          created\n          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }\n          supersededJob { databaseId isSuperseded jobType { name } }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').BatchJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ProgressOf($id: ID!) {\n    batchProgress(id: $id) { status total created failed percent jobs { queued pending canceled total } }\n  }\n"): typeof import('./graphql.js').ProgressOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription CountsOf($id: ID!) { batchProgress(id: $id) { created jobs { total } } }"): typeof import('./graphql.js').CountsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription JobsOf($id: ID!) { batchProgress(id: $id) { jobs { queued running } } }"): typeof import('./graphql.js').JobsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowedWork($id: ID!, $withWork: Boolean = true) {\n    batchProgress(id: $id) {\n      status\n      work @include(if: $withWork) { state percent jobs { queued running completed failed } recipesCompleted finished }\n    }\n  }\n"): typeof import('./graphql.js').FollowedWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').BatchRecipesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }"): typeof import('./graphql.js').OneBatchRecipeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkOf($id: ID!) {\n    batch(id: $id) {\n      work { ...WholeWork }\n      progress { work { ...WholeWork } jobs { total } }\n      limits { maxRunningJobs stopAfterFailedJobs }\n      events { from to }\n      workEvents { from to actor reason occurred }\n    }\n  }\n  fragment WholeWork on BatchWork {\n    state percent jobs { pending blocked queued running failed completed canceled total } recipesCompleted finished estimate\n  }\n"): typeof import('./graphql.js').WorkOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkOfMany($filter: BatchFilter) {\n    batches(filter: $filter) { nodes { databaseId work { state percent recipesCompleted jobs { total } } progress { jobs { queued } } } }\n  }\n"): typeof import('./graphql.js').WorkOfManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription BatchesChanged { batchesChanged }"): typeof import('./graphql.js').BatchesChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription StatusOf($id: ID!) { batchProgress(id: $id) { status } }"): typeof import('./graphql.js').StatusOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }"): typeof import('./graphql.js').FilteredBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }"): typeof import('./graphql.js').CountedBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }"): typeof import('./graphql.js').UncountedBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OnlyTokens($input: ClaimJobsInput!) { claimJobs(input: $input) { claims { token data } } }"): typeof import('./graphql.js').OnlyTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChainOf($id: ID!) {\n    batch(id: $id) { previous { databaseId } root { databaseId } }\n  }\n"): typeof import('./graphql.js').ChainOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MetricsOf($id: ID!) {\n    batch(id: $id) { jobMetrics { jobName count failed shortest mean p95 longest } }\n  }\n"): typeof import('./graphql.js').MetricsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompareBatches($ids: [ID!]!) {\n    compareBatches(ids: $ids) {\n      batches { id databaseId title previous { title } }\n      jobs { jobName metrics { jobName count failed mean } }\n    }\n  }\n"): typeof import('./graphql.js').CompareBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }"): typeof import('./graphql.js').SinceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n"): typeof import('./graphql.js').JobByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunsOf($id: ID!) {\n    job(id: $id) {\n      status data results held\n      executions { attempt status worker claimed leaseExpires ended error { name } message exitCode logTail }\n      recipes { databaseId isSuperseded }\n    }\n  }\n"): typeof import('./graphql.js').RunsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunsOfBatch($id: ID!) {\n    batch(id: $id) { jobs { nodes { job { databaseId held data results executions { attempt error { name } } recipes { databaseId } } } } }\n  }\n"): typeof import('./graphql.js').RunsOfBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobTypeById($id: ID!) {\n    jobType(id: $id) { id databaseId name version maxRunning queue { queued held running oldest lastClaim } }\n  }\n"): typeof import('./graphql.js').JobTypeByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobTypes($first: Int, $after: String, $filter: JobTypeFilter) {\n    jobTypes(first: $first, after: $after, filter: $filter) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { name isActive isSystem queue { queued } }\n    }\n  }\n"): typeof import('./graphql.js').JobTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription WatchedInVain { batchProgress(id: 1) { total } }"): typeof import('./graphql.js').WatchedInVainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Batch { databaseId recipeType { name } }\n      ... on RecipeType { databaseId name }\n      ... on Recipe { databaseId jobs { jobName } }\n      ... on Job { databaseId jobType { name } }\n      ... on JobType { databaseId name isSystem }\n    }\n  }\n"): typeof import('./graphql.js').AnyNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryId($batch: ID!) {\n    batch(id: $batch) {\n      id\n      recipeType { id jobTypes { id } }\n      creatorJob { id jobType { id } }\n      recipes { nodes { recipe { id } supersededRecipe { id } } }\n      jobs { nodes { job { id } supersededJob { id } } }\n    }\n  }\n"): typeof import('./graphql.js').EveryIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QueuesOf {\n    queues {\n      jobTypes { name isPaused queue { queued held running } }\n      workers { name running }\n    }\n  }\n"): typeof import('./graphql.js').QueuesOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n"): typeof import('./graphql.js').RecipeByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RevisionsOfType($id: ID!, $revisionNum: [Int!]) {\n    recipeType(id: $id) { revisionNum revisions(revisionNum: $revisionNum) { revisionNum created definition } }\n  }\n"): typeof import('./graphql.js').RevisionsOfTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipeTypeById($id: ID!) {\n    recipeType(id: $id) {\n      id databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes {\n        id databaseId name version title description category authorName authorUrl\n        isSystem isLongRunning isActive isOperational isPaused iconCode\n      }\n    }\n  }\n"): typeof import('./graphql.js').RecipeTypeByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      nodes { name version isActive revisionNum }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.js').RecipeTypeListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecipesOverTime($id: ID!, $type: DateRangeType! = CREATED, $outdated: Boolean! = false, $intervals: Int! = 60) {\n    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }\n  }\n"): typeof import('./graphql.js').RecipesOverTimeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CountMatched($input: BatchInput!) { validateBatch(input: $input) { recipeCount } }"): typeof import('./graphql.js').CountMatchedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OnlyAccepted($input: ReportJobsInput!) { reportJobs(input: $input) { outcomes { accepted } } }"): typeof import('./graphql.js').OnlyAcceptedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Outcomes($id: ID!) {\n    batch(id: $id) {\n      status createdCount failedCount totalCount\n      retryOf { databaseId }\n      recipes { nodes { outcome supersededRecipe { databaseId } failure { code } } }\n    }\n  }\n"): typeof import('./graphql.js').OutcomesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Everything($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        id title status\n        recipeType { name triggerRule { name } jobTypes { name } }\n        event { type rule { name } }\n        creatorJob { ...WholeJob }\n        definition { allJobs }\n        progress { percent jobs { queued total } }\n        events { from to actor }\n        retryOf { id recipeType { name } event { type } }\n        failed: recipes(first: 2, outcome: [FAILED]) { totalCount nodes { failure { code } supersededRecipe { ...WholeRecipe } } }\n        recipes(first: 2) {\n          totalCount\n          nodes { outcome recipe { ...WholeRecipe } supersededRecipe { ...WholeRecipe } }\n        }\n        jobs(last: 3, status: [QUEUED, PENDING]) { totalCount nodes { isOriginal job { ...WholeJob } supersededJob { ...WholeJob } } }\n      }\n    }\n  }\n  fragment WholeJob on Job {\n    id status\n    jobType { name }\n    jobTypeRevision { revisionNum }\n    event { type rule { name } }\n    error { name }\n    supersededJob { id jobType { name } }\n    rootSupersededJob { id }\n  }\n  fragment WholeRecipe on Recipe {\n    id revisionNum\n    recipeType { name jobTypes { name } }\n    event { type }\n    rootSupersededRecipe { id }\n    supersededRecipe { id event { type } }\n    supersededByRecipe { id }\n    jobs { jobName job { status jobType { name } error { name } } }\n  }\n"): typeof import('./graphql.js').EverythingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Summary($first: Int!, $orderBy: [BatchOrder!]) {\n    batches(first: $first, orderBy: $orderBy) {\n      nodes { id title status recipeType { name } event { type occurred } creatorJob { status jobType { name } } progress { percent } }\n    }\n  }\n"): typeof import('./graphql.js').SummaryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer { viewer { name role } }"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelForWebhook($id: ID!) { cancelBatch(id: $id) { errors { code } } }\n"): typeof import('./graphql.js').CancelForWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseForWebhook($id: ID!) { pauseBatch(id: $id) { errors { code } } }\n"): typeof import('./graphql.js').PauseForWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Workers { workers { name lastSeen running } }"): typeof import('./graphql.js').WorkersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParityBatch($id: ID!) {\n    batch(id: $id) { ...ParityBatchDetails }\n  }\n"): typeof import('./graphql.js').ParityBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ParityValidate($input: BatchInput!) {\n    validateBatch(input: $input) { recipeCount warnings { id details } errors { path } }\n  }\n"): typeof import('./graphql.js').ParityValidateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey) { batch { ...ParityBatchDetails } errors { path } }\n  }\n  fragment ParityBatchDetails on Batch {\n    databaseId title description status createdCount failedCount totalCount created lastModified\n    recipeType {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId }\n    }\n    event { databaseId type occurred description rule { databaseId type name isActive } }\n    creatorJob {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred rule { databaseId } }\n      error { databaseId }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n    definition { version dateRange { type started ended } jobNames allJobs priority }\n  }\n  fragment ParityJobType on JobType {\n    databaseId name version title description category authorName authorUrl\n    isSystem isLongRunning isActive isOperational isPaused iconCode\n  }\n"): typeof import('./graphql.js').ParityCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId title description status createdCount failedCount totalCount created lastModified\n        recipeType { databaseId name version title description }\n        event { databaseId type occurred rule { databaseId } }\n        creatorJob {\n          databaseId status priority numExes\n          jobType { ...ParityJobType }\n          jobTypeRevision { databaseId }\n          event { databaseId }\n          error { databaseId }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ParityBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParityRecipeType($id: ID!) {\n    recipeType(id: $id) {\n      databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes { ...ParityJobType }\n    }\n  }\n"): typeof import('./graphql.js').ParityRecipeTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        databaseId name version title description isActive definition revisionNum created lastModified archived\n        triggerRule { databaseId }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ParityRecipeTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParityJob($id: ID!) {\n    job(id: $id) {\n      databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { ...ParityJobType }\n      jobTypeRevision { databaseId revisionNum }\n      event { databaseId type occurred description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n"): typeof import('./graphql.js').ParityJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ValidateBatch($input: BatchInput!) {\n    validateBatch(input: $input) {\n      valid\n      recipeCount\n      planToken\n      errors { code path message }\n      warnings { id details }\n      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { databaseId name version } } }\n    }\n  }\n"): typeof import('./graphql.js').ValidateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {\n    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {\n      replayed\n      errors { code path message }\n      batch {\n        id databaseId title description status recipeType { databaseId }\n        definition { version dateRange { type started ended } jobNames allJobs priority }\n        event { type description }\n        creatorJob { status }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CreateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {\n    updateBatch(id: $id, input: $input) { errors { code path message } batch { id title description status lastModified } }\n  }\n"): typeof import('./graphql.js').UpdateBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeBatch($id: ID!) {\n    pauseBatch(id: $id) { batch { status events { to } } }\n    updateBatch(id: $id, input: { title: \"Changed\" }) { batch { title status } }\n    resumeBatch(id: $id) { batch { status events { to } } }\n    cancelBatch(id: $id) { batch { title status events { to } creatorJob { status } } }\n  }\n"): typeof import('./graphql.js').ChangeBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBatch($id: ID!, $reason: String) {\n    cancelBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n"): typeof import('./graphql.js').CancelBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseBatch($id: ID!, $reason: String) {\n    pauseBatch(id: $id, reason: $reason) { errors { code path message } batch { ...BatchState } }\n  }\n"): typeof import('./graphql.js').PauseBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeBatch($id: ID!) {\n    resumeBatch(id: $id) { errors { code path message } batch { ...BatchState } }\n  }\n"): typeof import('./graphql.js').ResumeBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryBatch($id: ID!) {\n    retryBatch(id: $id) {\n      errors { code path message }\n      batch { ...BatchState title description retryOf { databaseId } definition { allJobs jobNames } }\n    }\n  }\n"): typeof import('./graphql.js').RetryBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadBatchState($id: ID!) {\n    batch(id: $id) { ...BatchState }\n  }\n  fragment BatchState on Batch {\n    databaseId\n    status\n    createdCount\n    failedCount\n    totalCount\n    creatorJob { status }\n    events { from to actor reason }\n  }\n"): typeof import('./graphql.js').ReadBatchStateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.js').BatchPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequeueJobs($input: SelectJobsInput!) {\n    requeueJobs(input: $input) { count errors { code path message } }\n  }\n"): typeof import('./graphql.js').RequeueJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJobs($input: SelectJobsInput!) {\n    cancelJobs(input: $input) { count errors { code path message } }\n  }\n"): typeof import('./graphql.js').CancelJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {\n    updateJobType(id: $id, input: $input) { jobType { databaseId isPaused maxRunning } errors { code path message } }\n  }\n"): typeof import('./graphql.js').UpdateJobTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {\n    updateBatch(id: $id, input: { limits: $limits }) {\n      errors { code path message }\n      batch { title limits { maxRunningJobs stopAfterFailedJobs } lastModified }\n    }\n  }\n"): typeof import('./graphql.js').LimitBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BrakedWork($id: ID!) {\n    batch(id: $id) {\n      status\n      limits { maxRunningJobs stopAfterFailedJobs }\n      work {\n        state finished recipesCompleted\n        jobs { pending blocked queued running failed completed canceled }\n      }\n      workEvents { from to actor reason\n      }\n    }\n  }\n"): typeof import('./graphql.js').BrakedWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook { databaseId url description events isActive disabledReason createdBy }\n      secret\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').CreateWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhook($id: ID!, $input: UpdateWebhookInput!) {\n    updateWebhook(id: $id, input: $input) {\n      webhook { databaseId url description events isActive disabledReason }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').UpdateWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) { databaseId errors { code path message } }\n  }\n"): typeof import('./graphql.js').DeleteWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) { webhook { databaseId } secret errors { code path message } }\n  }\n"): typeof import('./graphql.js').RotateWebhookSecretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedeliverWebhook($messageId: ID!) {\n    redeliverWebhook(messageId: $messageId) { delivery { messageId status attempts } errors { code path message } }\n  }\n"): typeof import('./graphql.js').RedeliverWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookIds {\n    webhooks { databaseId url }\n  }\n"): typeof import('./graphql.js').WebhookIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookWithDeliveries($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {\n    webhook(id: $id) {\n      isActive disabledReason\n      deliveries(status: $status, first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          messageId event status attempts payload responseStatus responseBody error created lastAttempt nextAttempt batch { databaseId title }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').WebhookWithDeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimJobs($input: ClaimJobsInput!) {\n    claimJobs(input: $input) {\n      claims {\n        token attempt data leaseExpires timesOut\n        job { databaseId status numExes jobType { name } }\n        files { databaseId name mediaType size uri dataStarted dataEnded }\n      }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').ClaimJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportJobs($input: ReportJobsInput!) {\n    reportJobs(input: $input) {\n      outcomes { token accepted error { code path message } job { databaseId status } leaseExpires shouldStop }\n      claims { token job { databaseId jobType { name } } }\n      errors { code path message }\n    }\n  }\n"): typeof import('./graphql.js').ReportJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Stalled($id: ID!) {\n    batch(id: $id) { status stalledSince }\n  }\n"): typeof import('./graphql.js').StalledDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
