import { Field, Float, Int, ObjectType } from "type-graphql";
import type { BatchStatus } from "../../domain/batch/batchStatus.js";
import type { JobStatus } from "../../domain/job/jobStatus.js";
import type { Loaders } from "../loaders.js";
import { BatchStatusEnum } from "./Batch.js";

@ObjectType({ simpleResolvers: true, description: "Jobs by status." })
export class JobStatusCounts {
  @Field(() => Int)
  pending!: number;
  @Field(() => Int)
  blocked!: number;
  @Field(() => Int)
  queued!: number;
  @Field(() => Int)
  running!: number;
  @Field(() => Int)
  failed!: number;
  @Field(() => Int)
  completed!: number;
  @Field(() => Int)
  canceled!: number;
  @Field(() => Int)
  total!: number;
}

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

  /** Counts the jobs. Called only where they are selected. */
  countJobs!: (load: Loaders) => Promise<ReadonlyMap<JobStatus, number>>;
}

/** What a progress is made from. */
export interface ProgressSource {
  readonly id: number;
  readonly status: string;
  readonly createdCount: number;
  readonly failedCount: number;
  readonly totalCount: number;
  /** Set where the counts of jobs are shared among all who watch the batch. */
  jobCounts?(): Promise<ReadonlyMap<JobStatus, number>>;
}

export function toBatchProgress({ id, status, createdCount, failedCount, totalCount, jobCounts }: ProgressSource): BatchProgress {
  return {
    countJobs: jobCounts ?? ((load) => load.jobStatusCounts.load(id)),
    status: status as BatchStatus,
    total: totalCount,
    created: createdCount,
    failed: failedCount,
    percent: totalCount === 0 ? null : Math.min(100, ((createdCount + failedCount) * 100) / totalCount),
  };
}

export function toJobStatusCounts(counts: ReadonlyMap<JobStatus, number>): JobStatusCounts {
  const of = (status: JobStatus) => counts.get(status) ?? 0;
  return {
    pending: of("PENDING"),
    blocked: of("BLOCKED"),
    queued: of("QUEUED"),
    running: of("RUNNING"),
    failed: of("FAILED"),
    completed: of("COMPLETED"),
    canceled: of("CANCELED"),
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}
