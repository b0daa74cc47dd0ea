import { Field, Int, ObjectType } from "type-graphql";
import type { BatchPreview, BatchWarning as Warning } from "../../domain/batch/create/validateBatch.js";
import { type JobAction, jobActions } from "../../domain/recipe/graphDelta.js";
import { JobType } from "../job/JobType.js";
import { leaf, RowFields } from "../rowFields.js";
import { enumType } from "../scalars.js";
import { Payload, toUserErrors } from "../userError.js";
import { Batch } from "./Batch.js";

export const JobActionEnum = enumType("JobAction", "What becomes of a job when its recipe is re-processed.", jobActions, {
  KEEP: "Nothing changed: the new recipe keeps the old job.",
  RERUN: "Nothing changed, but it is forced, or an ancestor is: a new job supersedes the old one.",
  ADD: "New or changed: a new job.",
  REMOVE: "The old job is superseded by none.",
});

@ObjectType({ simpleResolvers: true, description: "What would become of one job." })
export class JobPlan {
  @Field(() => String)
  jobName!: string;

  @Field(() => JobActionEnum)
  action!: JobAction;

  @Field(() => JobType, { nullable: true, description: "Null where the definition names a job type that does not exist." })
  jobType!: object | null;
}

@ObjectType({ simpleResolvers: true, description: "What would become of the matched recipes of one revision of the recipe type." })
export class RevisionPlan {
  @Field(() => Int)
  revisionNum!: number;

  @Field(() => Int)
  recipeCount!: number;

  @Field(() => Boolean)
  canReprocess!: boolean;

  @Field(() => String, { nullable: true, description: "Why these recipes would all fail." })
  reason!: string | null;

  @Field(() => [JobPlan])
  jobs!: JobPlan[];
}

@ObjectType({ simpleResolvers: true, description: "Something odd about a batch that may be created all the same." })
@RowFields({
  id: leaf(String, { description: "For programs, such as NO_RECIPES." }),
  details: leaf(String, { description: "For people." }),
})
export class BatchWarning {
  declare readonly row: Warning;
}

@ObjectType({ simpleResolvers: true, description: "What a batch would do, or what is wrong with the input." })
export class ValidateBatchPayload extends Payload {
  @Field(() => Boolean)
  valid!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The estimated number of recipes that the batch would match; null where the input is not valid.",
  })
  recipeCount!: number | null;

  // There can be one warning for each of the 1,000 jobs that a batch may name.
  @Field(() => [BatchWarning], { complexity: 6000 })
  warnings!: readonly Warning[];

  @Field(() => [RevisionPlan], {
    description: "One entry for each recipe type revision among the matched recipes: what would happen to every job.",
  })
  plan!: RevisionPlan[];

  @Field(() => String, {
    nullable: true,
    description: "Give it to createBatch, which then refuses to do anything else than is shown here. Null where the input is not valid.",
  })
  planToken!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The batch as it is now; null where the request was refused." })
export class BatchPayload extends Payload {
  @Field(() => Batch, { nullable: true })
  batch!: object | null;
}

@ObjectType({ simpleResolvers: true, description: "The batch; null where the request was refused." })
export class CreateBatchPayload extends BatchPayload {
  @Field(() => Boolean, { description: "True where this idempotency key had already created the batch." })
  replayed!: boolean;
}

export function toValidateBatchPayload(preview: BatchPreview): ValidateBatchPayload {
  return {
    valid: preview.problems.length === 0,
    recipeCount: preview.recipeCount,
    warnings: preview.warnings,
    planToken: preview.planToken,
    errors: toUserErrors(preview.problems),
    plan: preview.plan.map(({ revisionNum, recipeCount, failure, jobs }) => ({
      revisionNum,
      recipeCount,
      canReprocess: failure === null,
      reason: failure?.message ?? null,
      jobs: jobs.map(({ name, action, jobType }) => ({ jobName: name, action, jobType })),
    })),
  };
}
