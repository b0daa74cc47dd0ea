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
    "\n  query Viewer {\n    viewer { name role }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment LiveBatch on BatchProgress {\n    status\n    total\n    created\n    failed\n    percent\n    work {\n      state\n      percent\n      finished\n      estimate\n      recipesCompleted\n      jobs { blocked canceled completed failed pending queued running total }\n    }\n  }\n": typeof types.LiveBatchFragmentDoc,
    "\n  subscription WatchBatch($id: ID!) {\n    batchProgress(id: $id) { ...LiveBatch }\n  }\n": typeof types.WatchBatchDocument,
    "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n": typeof types.BatchRowFragmentDoc,
    "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": typeof types.BatchesDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer { name role }\n  }\n": types.ViewerDocument,
    "\n  fragment LiveBatch on BatchProgress {\n    status\n    total\n    created\n    failed\n    percent\n    work {\n      state\n      percent\n      finished\n      estimate\n      recipesCompleted\n      jobs { blocked canceled completed failed pending queued running total }\n    }\n  }\n": types.LiveBatchFragmentDoc,
    "\n  subscription WatchBatch($id: ID!) {\n    batchProgress(id: $id) { ...LiveBatch }\n  }\n": types.WatchBatchDocument,
    "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n": types.BatchRowFragmentDoc,
    "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": types.BatchesDocument,
};

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
export function graphql(source: "\n  fragment BatchRow on Batch {\n    databaseId\n    title\n    created\n    recipeType { databaseId name version }\n    event { description }\n    progress { ...LiveBatch }\n  }\n"): typeof import('./graphql.js').BatchRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { ...BatchRow }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n"): typeof import('./graphql.js').BatchesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
