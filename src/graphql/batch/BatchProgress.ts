import { Field, Float, Int, ObjectType } from "type-graphql";
import type { BatchStatus } from "../../domain/batch/batchStatus.js";
import type { Context } from "../context.js";
import { BatchStatusEnum } from "./Batch.js";
import { BatchWork, countingJobs, countsOf, JobStatusCounts, toBatchWork, toJobStatusCounts, type WorkSource } from "./BatchWork.js";

@ObjectType({ simpleResolvers: true, description: "How far a batch is." })
export class BatchProgress {
  @Field(() => BatchStatusEnum)
  status!: BatchStatus;

  @Field(() => Int, { description: "Recipes that the batch matched; 0 until its creator has started, unless it has a planToken." })
  total!: number;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Float, { nullable: true, description: "0 to 100; null while the total is unknown or zero." })
  percent!: number | null;

  @Field(() => JobStatusCounts, { complexity: countingJobs, description: "Jobs that this batch made (not the kept ones), by status." })
  jobs!: (args: unknown, context: Context) => Promise<JobStatusCounts["row"]>;

  @Field(() => BatchWork)
  work!: BatchWork;
}

export function toBatchProgress(batch: WorkSource): BatchProgress {
  const { status, createdCount, failedCount, totalCount } = batch;
  return {
    status: status as BatchStatus,
    total: totalCount,
    created: createdCount,
    failed: failedCount,
    percent: totalCount === 0 ? null : Math.min(100, ((createdCount + failedCount) * 100) / totalCount),
    jobs: async (_args, context) => toJobStatusCounts(await countsOf(batch, context)),
    work: toBatchWork(batch),
  };
}
