import { graphql } from "../../generated/gql.js";
import type { BatchPlanMutation, NewBatchTypeQuery } from "../../generated/graphql.js";

export const newBatchTypeDocument = graphql(`
  query NewBatchType($id: ID!) {
    recipeType(id: $id) { databaseId name version title isActive revisionNum definition }
  }
`);

export const recipesInTimeDocument = graphql(`
  query RecipesInTime($id: ID!, $type: DateRangeType!, $outdated: Boolean!, $intervals: Int!) {
    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }
  }
`);

/** Changes nothing, though it is a mutation. */
export const planDocument = graphql(`
  mutation BatchPlan($input: BatchInput!) {
    validateBatch(input: $input) {
      valid
      recipeCount
      planToken
      errors { code path message }
      warnings { id details }
      plan { revisionNum recipeCount canReprocess reason jobs { jobName action jobType { name version } } }
    }
  }
`);

export const createBatchDocument = graphql(`
  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String!, $planToken: String) {
    createBatch(input: $input, idempotencyKey: $idempotencyKey, planToken: $planToken) {
      batch { databaseId }
      errors { code path message }
    }
  }
`);

export type NewBatchType = NonNullable<NewBatchTypeQuery["recipeType"]>;
export type BatchPlan = BatchPlanMutation["validateBatch"];
export type RevisionPlan = BatchPlan["plan"][number];
