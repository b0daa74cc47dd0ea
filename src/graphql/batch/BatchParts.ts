import { FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import {
  type BatchJobRow,
  type BatchRecipeOutcome,
  type BatchRecipeRow,
  batchRecipeOutcomes,
} from "../../domain/batch/read/findBatchParts.js";
import { Job } from "../job/Job.js";
import { Recipe } from "../recipe/Recipe.js";
import { connectionTypes } from "../relay/connection.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";

export const BatchRecipeOutcomeEnum = enumType("BatchRecipeOutcome", "What became of a matched recipe.", batchRecipeOutcomes, {
  CREATED: "A new recipe supersedes the matched one.",
  FAILED: "The recipe could not be re-processed, and stays as it was.",
});

@ObjectType({ simpleResolvers: true, description: "Why a recipe could not be re-processed." })
@RowFields({
  code: leaf(String, { description: "For programs, such as INPUTS_INCOMPATIBLE." }),
  message: leaf(String, { description: "For people." }),
})
export class BatchRecipeFailure {
  declare readonly row: { readonly code: string; readonly message: string };
}

@ObjectType({ simpleResolvers: true, description: "What became of a matched recipe." })
@RowFields({
  recipe: reference(() => Recipe, "recipe", "recipeId", { nullable: true, description: "The new recipe; null where it has failed." }),
  supersededRecipe: reference(() => Recipe, "recipe", "supersededRecipeId", { nullable: true, description: "The matched recipe." }),
  created: leaf(DateTime),
})
export class BatchRecipe {
  declare readonly row: BatchRecipeRow;
}

@ObjectType({
  description: "A job of a recipe that the batch made. `isOriginal`: made for this batch; false: kept from the superseded recipe.",
})
@RowFields({
  job: reference(() => Job, "job", "jobId"),
  supersededJob: reference(() => Job, "job", "supersededJobId", { nullable: true }),
  isOriginal: leaf(Boolean),
  created: leaf(DateTime),
})
export class BatchJob {
  declare readonly row: BatchJobRow;
}

export const BatchRecipeConnection = connectionTypes("BatchRecipe", () => BatchRecipe);
export const BatchJobConnection = connectionTypes("BatchJob", () => BatchJob);

@Resolver(() => BatchRecipe)
export class BatchRecipeResolver {
  @FieldResolver(() => BatchRecipeOutcomeEnum)
  outcome(@Root() part: BatchRecipeRow): BatchRecipeOutcome {
    return part.failureCode === null ? "CREATED" : "FAILED";
  }

  @FieldResolver(() => BatchRecipeFailure, { nullable: true })
  failure(@Root() { failureCode, failureMessage }: BatchRecipeRow): BatchRecipeFailure["row"] | null {
    return failureCode === null ? null : { code: failureCode, message: failureMessage ?? "" };
  }
}
