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
    "query BatchById($id: ID!) { batch(id: $id) { id databaseId } }": typeof types.BatchByIdDocument,
    "\n  query WholeBatch($id: ID!) {\n    batch(id: $id) {\n      id databaseId title description status createdCount failedCount totalCount created lastModified\n      recipeType { id databaseId name version }\n      event { databaseId type rule { databaseId } occurred description }\n      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }\n      definition { version dateRange { type started ended } jobNames allJobs priority }\n      progress {\n        status total created failed percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      retryOf { id }\n      events { from to actor reason occurred }\n    }\n  }\n": typeof types.WholeBatchDocument,
    "\n  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {\n    batch(id: $id) {\n      progress { jobs { pending blocked queued running failed completed canceled total } }\n      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        nodes {\n          isOriginal\n          created\n          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }\n          supersededJob { databaseId isSuperseded jobType { name } }\n        }\n      }\n    }\n  }\n": typeof types.BatchJobsDocument,
    "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n": typeof types.BatchRecipesDocument,
    "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }": typeof types.OneBatchRecipeDocument,
    "query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }": typeof types.FilteredBatchesDocument,
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": typeof types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": typeof types.UncountedBatchesDocument,
    "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }": typeof types.SinceDocument,
    "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": typeof types.JobByIdDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Batch { databaseId recipeType { name } }\n      ... on RecipeType { databaseId name }\n      ... on Recipe { databaseId jobs { jobName } }\n      ... on Job { databaseId jobType { name } }\n      ... on JobType { databaseId name isSystem }\n    }\n  }\n": typeof types.AnyNodeDocument,
    "\n  query EveryId($batch: ID!) {\n    batch(id: $batch) {\n      id\n      recipeType { id jobTypes { id } }\n      creatorJob { id jobType { id } }\n      recipes { nodes { recipe { id } supersededRecipe { id } } }\n      jobs { nodes { job { id } supersededJob { id } } }\n    }\n  }\n": typeof types.EveryIdDocument,
    "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n": typeof types.RecipeByIdDocument,
    "\n  query RecipeTypeById($id: ID!) {\n    recipeType(id: $id) {\n      id databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes {\n        id databaseId name version title description category authorName authorUrl\n        isSystem isLongRunning isActive isOperational isPaused iconCode\n      }\n    }\n  }\n": typeof types.RecipeTypeByIdDocument,
    "\n  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      nodes { name version isActive revisionNum }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.RecipeTypeListDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.BatchPageDocument,
};
const documents: Documents = {
    "query BatchById($id: ID!) { batch(id: $id) { id databaseId } }": types.BatchByIdDocument,
    "\n  query WholeBatch($id: ID!) {\n    batch(id: $id) {\n      id databaseId title description status createdCount failedCount totalCount created lastModified\n      recipeType { id databaseId name version }\n      event { databaseId type rule { databaseId } occurred description }\n      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }\n      definition { version dateRange { type started ended } jobNames allJobs priority }\n      progress {\n        status total created failed percent\n        jobs { pending blocked queued running failed completed canceled total }\n      }\n      retryOf { id }\n      events { from to actor reason occurred }\n    }\n  }\n": types.WholeBatchDocument,
    "\n  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {\n    batch(id: $id) {\n      progress { jobs { pending blocked queued running failed completed canceled total } }\n      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        nodes {\n          isOriginal\n          created\n          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }\n          supersededJob { databaseId isSuperseded jobType { name } }\n        }\n      }\n    }\n  }\n": types.BatchJobsDocument,
    "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n": types.BatchRecipesDocument,
    "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }": types.OneBatchRecipeDocument,
    "query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }": types.FilteredBatchesDocument,
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": types.UncountedBatchesDocument,
    "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }": types.SinceDocument,
    "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n": types.JobByIdDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Batch { databaseId recipeType { name } }\n      ... on RecipeType { databaseId name }\n      ... on Recipe { databaseId jobs { jobName } }\n      ... on Job { databaseId jobType { name } }\n      ... on JobType { databaseId name isSystem }\n    }\n  }\n": types.AnyNodeDocument,
    "\n  query EveryId($batch: ID!) {\n    batch(id: $batch) {\n      id\n      recipeType { id jobTypes { id } }\n      creatorJob { id jobType { id } }\n      recipes { nodes { recipe { id } supersededRecipe { id } } }\n      jobs { nodes { job { id } supersededJob { id } } }\n    }\n  }\n": types.EveryIdDocument,
    "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n": types.RecipeByIdDocument,
    "\n  query RecipeTypeById($id: ID!) {\n    recipeType(id: $id) {\n      id databaseId name version title description isActive definition revisionNum created lastModified archived\n      triggerRule { databaseId type name isActive }\n      jobTypes {\n        id databaseId name version title description category authorName authorUrl\n        isSystem isLongRunning isActive isOperational isPaused iconCode\n      }\n    }\n  }\n": types.RecipeTypeByIdDocument,
    "\n  query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {\n    recipeTypes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      nodes { name version isActive revisionNum }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.RecipeTypeListDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.BatchPageDocument,
};

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
export function graphql(source: "\n  query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {\n    batch(id: $id) {\n      recipes(first: $first, after: $after, last: $last, before: $before, outcome: $outcome) {\n        totalCount\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        edges {\n          cursor\n          node {\n            outcome\n            created\n            recipe { databaseId isSuperseded revisionNum supersededRecipe { databaseId } }\n            supersededRecipe { databaseId isSuperseded revisionNum supersededByRecipe { databaseId } }\n            failure { code message }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').BatchRecipesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OneBatchRecipe($id: ID!) { batch(id: $id) { recipes(first: 1) { nodes { outcome } } } }"): typeof import('./graphql.js').OneBatchRecipeDocument;
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
export function graphql(source: "query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }"): typeof import('./graphql.js').SinceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobById($id: ID!) {\n    job(id: $id) {\n      id databaseId status priority numExes timeout maxTries isSuperseded\n      created queued started ended lastStatusChange superseded lastModified\n      jobType { name version }\n      jobTypeRevision { databaseId revisionNum }\n      event { type description rule { databaseId type name isActive } }\n      error { databaseId name title description category }\n      supersededJob { databaseId }\n      rootSupersededJob { databaseId }\n    }\n  }\n"): typeof import('./graphql.js').JobByIdDocument;
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
export function graphql(source: "\n  query RecipeById($id: ID!) {\n    recipe(id: $id) {\n      id databaseId revisionNum isSuperseded created completed superseded lastModified\n      recipeType { databaseId revisionNum }\n      event { type description }\n      rootSupersededRecipe { databaseId }\n      supersededRecipe { databaseId }\n      supersededByRecipe { databaseId }\n      jobs { jobName isOriginal job { databaseId status } }\n    }\n  }\n"): typeof import('./graphql.js').RecipeByIdDocument;
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
export function graphql(source: "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.js').BatchPageDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
