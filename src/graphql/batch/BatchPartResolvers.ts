import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BatchRecipeOutcome, BatchRecipeRow } from "../../domain/batch/read/findBatchParts.js";
import type { Context } from "../context.js";
import { BatchRecipe, BatchRecipeFailure, BatchRecipeOutcomeEnum } from "./BatchParts.js";
import { BatchProgress, JobStatusCounts, toJobStatusCounts } from "./BatchProgress.js";

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

@Resolver(() => BatchProgress)
export class BatchProgressResolver {
  // The cost for a batch of 1,400 jobs.
  @FieldResolver(() => JobStatusCounts, { description: "Jobs that this batch made (not the kept ones), by status.", complexity: 5000 })
  async jobs(@Root() progress: BatchProgress, @Ctx() { load }: Context): Promise<JobStatusCounts> {
    return toJobStatusCounts(await progress.countJobs(load));
  }
}
