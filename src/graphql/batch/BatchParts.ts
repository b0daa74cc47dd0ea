import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { BatchJobRow, BatchRecipeRow } from "../../domain/batch/read/findBatchParts.js";
import { batchRecipeOutcomes } from "../../domain/batch/read/findBatchParts.js";
import { Leaf, References } from "../execution/reference.js";
import { Job } from "../job/Job.js";
import { Recipe } from "../recipe/Recipe.js";
import { connectionTypes } from "../relay/connection.js";
import { DateTime, enumOf } from "../scalars.js";

export const BatchRecipeOutcomeEnum = enumOf(batchRecipeOutcomes);
registerEnumType(BatchRecipeOutcomeEnum, {
  name: "BatchRecipeOutcome",
  description: "What became of a matched recipe.",
  valuesConfig: {
    CREATED: { description: "A new recipe supersedes the matched one." },
    FAILED: { description: "The recipe could not be re-processed, and stays as it was." },
  },
});

@ObjectType({ simpleResolvers: true, description: "Why a recipe could not be re-processed." })
export class BatchRecipeFailure {
  @Field(() => String, { description: "For programs, such as INPUTS_INCOMPATIBLE." })
  code!: string;

  @Field(() => String, { description: "For people." })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: "What became of a matched recipe." })
export class BatchRecipe {
  declare readonly row: BatchRecipeRow;

  @Field(() => Recipe, { nullable: true, description: "The new recipe; null where it has failed." })
  @References("recipe", "recipeId")
  recipe!: Recipe | null;

  @Field(() => Recipe, { nullable: true, description: "The matched recipe." })
  @References("recipe", "supersededRecipeId")
  supersededRecipe!: Recipe | null;

  @Leaf(() => DateTime)
  created!: string;
}

@ObjectType({
  description: "A job of a recipe that the batch made. `isOriginal`: made for this batch; false: kept from the superseded recipe.",
})
export class BatchJob {
  declare readonly row: BatchJobRow;

  @Field(() => Job)
  @References("job", "jobId")
  job!: Job;

  @Field(() => Job, { nullable: true })
  @References("job", "supersededJobId")
  supersededJob!: Job | null;

  @Leaf(() => Boolean)
  isOriginal!: boolean;

  @Leaf(() => DateTime)
  created!: string;
}

export const BatchRecipeConnection = connectionTypes("BatchRecipe", () => BatchRecipe);
export const BatchJobConnection = connectionTypes("BatchJob", () => BatchJob);
