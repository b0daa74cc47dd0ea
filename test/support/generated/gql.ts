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
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": typeof types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": typeof types.UncountedBatchesDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.BatchPageDocument,
};
const documents: Documents = {
    "query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }": types.CountedBatchesDocument,
    "query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }": types.UncountedBatchesDocument,
    "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.BatchPageDocument,
};

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
export function graphql(source: "\n  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {\n    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges { cursor node { databaseId } }\n      nodes { databaseId }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.js').BatchPageDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
