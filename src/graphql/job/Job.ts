import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { type JobStatus, jobStatuses } from "../../domain/job/jobStatus.js";
import { enumOf } from "../enumOf.js";
import { References } from "../execution/reference.js";
import { Node } from "../relay/node.js";
import { DateTime } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { JobType } from "./JobType.js";

export const JobStatusEnum = enumOf(jobStatuses);
registerEnumType(JobStatusEnum, {
  name: "JobStatus",
  description: "What a job is doing. Other systems run the jobs; the gateway makes them PENDING or QUEUED, and CANCELED.",
});

@ObjectType({ simpleResolvers: true, description: "One numbered version of a job type's interface." })
export class JobTypeRevision {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => Int)
  revisionNum!: number;
}

@ObjectType({ simpleResolvers: true, description: "What a job failed with." })
export class JobError {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  category!: string | null;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One run of a job type." })
export class Job extends Node {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => JobStatusEnum)
  status!: JobStatus;

  @Field(() => Int, { description: "A lower number is more urgent." })
  priority!: number;

  @Field(() => Int, { description: "How often it was started." })
  numExes!: number;

  @Field(() => Int, { description: "Seconds." })
  timeout!: number;

  @Field(() => Int)
  maxTries!: number;

  @Field(() => Boolean)
  isSuperseded!: boolean;

  @Field(() => DateTime)
  created!: Date;

  @Field(() => DateTime, { nullable: true })
  queued!: Date | null;

  @Field(() => DateTime, { nullable: true })
  started!: Date | null;

  @Field(() => DateTime, { nullable: true })
  ended!: Date | null;

  @Field(() => DateTime, { nullable: true })
  lastStatusChange!: Date | null;

  @Field(() => DateTime, { nullable: true })
  superseded!: Date | null;

  @Field(() => DateTime)
  lastModified!: Date;

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
}
