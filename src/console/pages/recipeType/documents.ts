import { graphql } from "../../generated/gql.js";
import type { ChainMetricsQuery, RecipeTypePageQuery, TypeBatchesQuery } from "../../generated/graphql.js";

export const recipeTypePageDocument = graphql(`
  query RecipeTypePage($id: ID!) {
    recipeType(id: $id) {
      databaseId name version title description isActive revisionNum
      revisions { revisionNum created }
    }
  }
`);

/** How many recipes each revision has: what a batch would match that runs all jobs again. */
export const recipesByRevisionDocument = graphql(`
  mutation RecipesByRevision($id: ID!) {
    validateBatch(input: { recipeTypeId: $id, definition: { allJobs: true } }) { plan { revisionNum recipeCount } }
  }
`);

export const typeBatchesDocument = graphql(`
  query TypeBatches($id: ID!, $first: Int!) {
    batches(first: $first, filter: { recipeTypeId: [$id] }, orderBy: [{ field: CREATED, direction: DESC }]) {
      totalCount
      nodes { databaseId title created progress { ...LiveBatch } }
    }
  }
`);

export const chainDocument = graphql(`
  query Chain($id: ID!) {
    batch(id: $id) {
      databaseId
      previous { databaseId previous { databaseId previous { databaseId previous { databaseId previous { databaseId } } } } }
    }
  }
`);

export const chainMetricsDocument = graphql(`
  query ChainMetrics($ids: [ID!]!) {
    compareBatches(ids: $ids) {
      batches { databaseId title }
      jobs { jobName metrics { jobName count failed shortest mean p95 longest } }
    }
  }
`);

export type RecipeTypePage = NonNullable<RecipeTypePageQuery["recipeType"]>;
export type TypeBatch = TypeBatchesQuery["batches"]["nodes"][number];
export type Comparison = ChainMetricsQuery["compareBatches"];
export type JobMetrics = Comparison["jobs"][number]["metrics"][number];
