import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BatchJobRow, BatchRecipeOutcome, BatchRecipeRow } from "../../domain/batch/findBatchParts.js";
import { type Context, existing } from "../context.js";
import { Job } from "../job/Job.js";
import { Recipe } from "../recipe/Recipe.js";
import { BatchJob, BatchRecipe, BatchRecipeFailure, BatchRecipeOutcomeEnum } from "./BatchParts.js";
import { BatchProgress, JobStatusCounts, toJobStatusCounts } from "./BatchProgress.js";

@Resolver(() => BatchRecipe)
export class BatchRecipeResolver {
  @FieldResolver(() => BatchRecipeOutcomeEnum)
  outcome(@Root() part: BatchRecipeRow): BatchRecipeOutcome {
    return part.failureCode === null ? "CREATED" : "FAILED";
  }

  @FieldResolver(() => Recipe, { nullable: true, description: "The new recipe; null where it has failed." })
  recipe(@Root() part: BatchRecipeRow, @Ctx() { load }: Context) {
    return part.recipeId === null ? null : load.recipe.load(part.recipeId);
  }

  @FieldResolver(() => Recipe, { nullable: true, description: "The matched recipe." })
  supersededRecipe(@Root() part: BatchRecipeRow, @Ctx() { load }: Context) {
    return part.supersededRecipeId === null ? null : load.recipe.load(part.supersededRecipeId);
  }

  @FieldResolver(() => BatchRecipeFailure, { nullable: true })
  failure(@Root() { failureCode, failureMessage }: BatchRecipeRow): BatchRecipeFailure | null {
    return failureCode === null ? null : { code: failureCode, message: failureMessage ?? "" };
  }
}

@Resolver(() => BatchJob)
export class BatchJobResolver {
  @FieldResolver(() => Job)
  job(@Root() part: BatchJobRow, @Ctx() { load }: Context) {
    return existing(load.job.load(part.jobId));
  }

  @FieldResolver(() => Job, { nullable: true })
  supersededJob(@Root() part: BatchJobRow, @Ctx() { load }: Context) {
    return part.supersededJobId === null ? null : load.job.load(part.supersededJobId);
  }
}

@Resolver(() => BatchProgress)
export class BatchProgressResolver {
  @FieldResolver(() => JobStatusCounts, { description: "Jobs that this batch made (not the kept ones), by status." })
  async jobs(@Root() progress: BatchProgress, @Ctx() { load }: Context): Promise<JobStatusCounts> {
    return toJobStatusCounts(await progress.countJobs(load));
  }
}
