import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { notFound } from "../../domain/errors.js";
import { cancelJobs } from "../../domain/execution/cancelJobs.js";
import { requeueJobs } from "../../domain/execution/requeueJobs.js";
import { updateJobType } from "../../domain/execution/updateJobType.js";
import type { Context } from "../context.js";
import { JobType } from "../job/JobType.js";
import { createLoaders } from "../loaders.js";
import { readId } from "../relay/globalId.js";
import { Payload, withUserErrors } from "../userError.js";
import { SelectJobsInput, toJobSelection, UpdateJobTypeInput } from "./operatorInputs.js";

@ObjectType({ simpleResolvers: true, description: "How many jobs were changed." })
export class JobsPayload extends Payload {
  @Field(() => Int)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "The job type as it is now; null where the request was refused." })
export class JobTypePayload extends Payload {
  @Field(() => JobType, { nullable: true })
  jobType!: object | null;
}

/** The cost of the jobs of one transaction. */
const changingJobs = 200_000;
const changingType = 20_000;

@Resolver()
export class OperatorMutations {
  @Mutation(() => JobsPayload, {
    complexity: changingJobs,
    description:
      "Lets jobs run again that are FAILED or CANCELED, with as many new tries as their types allow: they become QUEUED, or PENDING where a parent is not COMPLETED, and what was BLOCKED behind them PENDING. The work of their batches goes on, unless it is HELD. Superseded jobs don't count; it is a CONFLICT where jobIds names nothing else. Those of a large batch are changed some 10,000 at a time: if the caller leaves, the others stay as they are, and the same call takes them up.",
  })
  async requeueJobs(@Arg("input", () => SelectJobsInput) input: SelectJobsInput, @Ctx() context: Context): Promise<JobsPayload> {
    return changeJobs(context, input, () => requeueJobs(context.db, context.actor, toJobSelection(input)));
  }

  @Mutation(() => JobsPayload, {
    complexity: changingJobs,
    description:
      "Cancels jobs: afterwards none of them is handed out. Those that have not started become CANCELED, and what stands behind them BLOCKED. The workers of those that run are told to stop; such a job becomes CANCELED when its worker gives it back, fails or is lost. A completion that comes all the same is recorded. Those of a large batch are changed some 10,000 at a time: if the caller leaves, the others stay as they are, and the same call takes them up. To stop a whole batch, cancelBatch needs no such wait.",
  })
  async cancelJobs(@Arg("input", () => SelectJobsInput) input: SelectJobsInput, @Ctx() context: Context): Promise<JobsPayload> {
    return changeJobs(context, input, () => cancelJobs(context.db, toJobSelection(input)));
  }

  @Mutation(() => JobTypePayload, {
    complexity: changingType,
    description: "Limits how many jobs of a type run at once, or pauses the type: its queued jobs are held, those that run go on.",
  })
  async updateJobType(
    @Arg("id", () => ID) id: string,
    @Arg("input", () => UpdateJobTypeInput) { maxRunning, isPaused }: UpdateJobTypeInput,
    @Ctx() context: Context,
  ): Promise<JobTypePayload> {
    const { result, errors } = await withUserErrors(async () => {
      const jobTypeId = readId("JobType", id);
      if (jobTypeId === null) throw notFound("job type", id);
      await updateJobType(context.db, jobTypeId, { maxRunning, isPaused: isPaused ?? undefined });
      return jobTypeId;
    });
    context.load = createLoaders(context.db);
    return { jobType: result === null ? null : await context.load.jobType.load(result), errors };
  }
}

/** A batch of a million jobs takes minutes: the request's time does not run meanwhile. If its caller leaves, the rest of the jobs are left. */
async function changeJobs(context: Context, { batchId }: SelectJobsInput, change: () => Promise<number>): Promise<JobsPayload> {
  const { result, errors } = await withUserErrors(() => (batchId ? context.wait(change, true) : change()));
  context.load = createLoaders(context.db);
  return { count: result ?? 0, errors };
}
