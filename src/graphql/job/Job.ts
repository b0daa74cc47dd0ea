import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { maxExecutions } from "../../domain/execution/findJobExecutions.js";
import type { Job as JobRow, JobTypeRevisionNumber } from "../../domain/job/findJobs.js";
import { type JobStatus, jobStatuses } from "../../domain/job/jobStatus.js";
import { Leaf, References } from "../execution/reference.js";
import { Node } from "../relay/node.js";
import { DateTime, enumOf } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { JobError } from "./JobError.js";
import { JobExecution } from "./JobExecution.js";
import { JobType } from "./JobType.js";

export const JobStatusEnum = enumOf(jobStatuses);
registerEnumType(JobStatusEnum, {
  name: "JobStatus",
  description: "What a job is doing. Workers claim those that are QUEUED, and report how they end.",
});

@ObjectType({ simpleResolvers: true, description: "One numbered version of a job type's interface." })
export class JobTypeRevision {
  declare readonly row: JobTypeRevisionNumber;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => Int)
  revisionNum!: number;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One run of a job type." })
export class Job extends Node {
  declare readonly row: JobRow;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => JobStatusEnum)
  status!: JobStatus;

  @Leaf(() => Int, { description: "A lower number is more urgent." })
  priority!: number;

  @Leaf(() => Int, { description: "How often it was started, the executions that were RELEASED among them." })
  numExes!: number;

  @Leaf(() => Int, { description: "Seconds." })
  timeout!: number;

  @Leaf(() => Int, { description: "How often it is tried before it has FAILED: executions that failed or were LOST count." })
  maxTries!: number;

  @Leaf(() => Boolean)
  isSuperseded!: boolean;

  @Leaf(() => DateTime)
  created!: string;

  @Leaf(() => DateTime, { nullable: true, description: "When it became QUEUED; after a failed try, when its backoff ends." })
  queued!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  started!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  ended!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  lastStatusChange!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  superseded!: string | null;

  @Leaf(() => DateTime)
  lastModified!: string;

  @Field(() => JobType)
  @References("jobType", "jobTypeId")
  jobType!: JobType;

  @Field(() => JobTypeRevision)
  @References("jobTypeRevision", "jobTypeRevId")
  jobTypeRevision!: JobTypeRevision;

  @Field(() => TriggerEvent)
  @References("event", "eventId")
  event!: TriggerEvent;

  @Field(() => JobError, { nullable: true })
  @References("jobError", "errorId")
  error!: JobError | null;

  @Field(() => Job, { nullable: true, description: "The job that this one replaces." })
  @References("job", "supersededJobId")
  supersededJob!: Job | null;

  @Field(() => Job, { nullable: true, description: "The first of the chain; null on the first." })
  @References("job", "rootSupersededJobId")
  rootSupersededJob!: Job | null;

  @Field(() => [JobExecution], { description: `The attempts at it, the latest ${maxExecutions} of them, oldest first.` })
  @References("jobExecutions", "id")
  executions!: JobExecution[];

  @Field(() => String, {
    nullable: true,
    complexity: 100,
    description: "Why it is not handed out at the moment, though it is QUEUED; null where it may be handed out, or is not QUEUED.",
  })
  @References("hold", "id")
  held!: string | null;
}
