import { graphql } from "../../generated/gql.js";
import type { BatchRowFragment } from "../../generated/graphql.js";

export const batchRow = graphql(`
  fragment BatchRow on Batch {
    databaseId
    title
    created
    recipeType { databaseId name version }
    event { description }
    progress { ...LiveBatch }
  }
`);

export const batchesDocument = graphql(`
  query Batches($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
    batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { ...BatchRow }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const batchRowsDocument = graphql(`
  query BatchRows($ids: [ID!]!) {
    batches(first: 100, filter: { id: $ids }) {
      nodes { ...BatchRow }
    }
  }
`);

export type Row = BatchRowFragment;
