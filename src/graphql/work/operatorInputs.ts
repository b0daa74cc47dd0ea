import { Field, ID, InputType, Int } from "type-graphql";
import { type JobSelection, maxJobIds } from "../../domain/execution/jobSelection.js";
import type { JobStatus } from "../../domain/job/jobStatus.js";
import { maxReason } from "../../domain/textLimits.js";
import { JobStatusEnum } from "../job/Job.js";
import { readId } from "../relay/globalId.js";

@InputType({ description: "Which jobs are meant: exactly one of jobIds and batchId." })
export class SelectJobsInput {
  @Field(() => [ID], { nullable: true, description: `At most ${maxJobIds} jobs that batches have made, by global or integer id.` })
  jobIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "All jobs that this batch has made." })
  batchId?: string | null;

  @Field(() => [JobStatusEnum], {
    nullable: true,
    description:
      "Only jobs that have one of these. requeueJobs takes FAILED and CANCELED, by default FAILED; cancelJobs takes PENDING, BLOCKED, QUEUED and RUNNING, by default all of them.",
  })
  status?: JobStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description: `At most ${maxReason} characters. It stands in the history of work that goes on, and is told to the workers of jobs that are canceled.`,
  })
  reason?: string | null;
}

@InputType({ description: "What to change of a job type. What is absent stays as it is." })
export class UpdateJobTypeInput {
  @Field(() => Int, { nullable: true, description: "The most jobs of the type that run at once, from 1 on; null takes the limit away." })
  maxRunning?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether its queued jobs are held; null changes nothing." })
  isPaused?: boolean | null;
}

export const toJobSelection = ({ jobIds, batchId, status, reason }: SelectJobsInput): JobSelection => ({
  jobIds: jobIds?.map((id) => readId("Job", id)),
  batchId: batchId ? readId("Batch", batchId) : undefined,
  statuses: status ?? undefined,
  reason: reason ?? null,
});
