import { FieldResolver, Resolver, Root } from "type-graphql";
import type { BatchRecipeOutcome, BatchRecipeRow } from "../../domain/batch/read/findBatchParts.js";
import { BatchRecipe, BatchRecipeFailure, BatchRecipeOutcomeEnum } from "./BatchParts.js";

@Resolver(() => BatchRecipe)
export class BatchRecipeResolver {
  @FieldResolver(() => BatchRecipeOutcomeEnum)
  outcome(@Root() part: BatchRecipeRow): BatchRecipeOutcome {
    return part.failureCode === null ? "CREATED" : "FAILED";
  }

  @FieldResolver(() => BatchRecipeFailure, { nullable: true })
  failure(@Root() { failureCode, failureMessage }: BatchRecipeRow): BatchRecipeFailure | null {
    return failureCode === null ? null : { code: failureCode, message: failureMessage ?? "" };
  }
}
