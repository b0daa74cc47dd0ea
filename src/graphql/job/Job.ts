import { Int, ObjectType } from "type-graphql";
import { maxExecutions } from "../../domain/execution/findJobExecutions.js";
import type { Job as JobRow, JobTypeRevisionNumber } from "../../domain/job/findJobs.js";
import { jobStatuses } from "../../domain/job/jobStatus.js";
import { Node } from "../relay/node.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { JobError } from "./JobError.js";
import { JobExecution } from "./JobExecution.js";
import { JobType } from "./JobType.js";

export const JobStatusEnum = enumType(
  "JobStatus",
  "What a job is doing. Workers claim those that are QUEUED, and report how they end.",
  jobStatuses,
);

@ObjectType({ simpleResolvers: true, description: "One numbered version of a job type's interface." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  revisionNum: leaf(Int),
})
export class JobTypeRevision {
  declare readonly row: JobTypeRevisionNumber;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One run of a job type." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  status: leaf(JobStatusEnum),
  priority: leaf(Int, { description: "A lower number is more urgent." }),
  numExes: leaf(Int, { description: "How often it was started, the executions that were RELEASED among them." }),
  timeout: leaf(Int, { description: "Seconds." }),
  maxTries: leaf(Int, { description: "How often it is tried before it has FAILED: executions that failed or were LOST count." }),
  isSuperseded: leaf(Boolean),
  created: leaf(DateTime),
  queued: leaf(DateTime, { nullable: true, description: "When it became QUEUED; after a failed try, when its backoff ends." }),
  started: leaf(DateTime, { nullable: true }),
  ended: leaf(DateTime, { nullable: true }),
  lastStatusChange: leaf(DateTime, { nullable: true }),
  superseded: leaf(DateTime, { nullable: true }),
  lastModified: leaf(DateTime),
  jobType: reference(() => JobType, "jobType", "jobTypeId"),
  jobTypeRevision: reference(() => JobTypeRevision, "jobTypeRevision", "jobTypeRevId"),
  event: reference(() => TriggerEvent, "event", "eventId"),
  error: reference(() => JobError, "jobError", "errorId", { nullable: true }),
  supersededJob: reference(() => Job, "job", "supersededJobId", { nullable: true, description: "The job that this one replaces." }),
  rootSupersededJob: reference(() => Job, "job", "rootSupersededJobId", {
    nullable: true,
    description: "The first of the chain; null on the first.",
  }),
  executions: reference(() => [JobExecution], "jobExecutions", "id", {
    description: `The attempts at it, the latest ${maxExecutions} of them, oldest first.`,
  }),
  held: reference(() => String, "hold", "id", {
    nullable: true,
    complexity: 100,
    description: "Why it is not handed out at the moment, though it is QUEUED; null where it may be handed out, or is not QUEUED.",
  }),
})
export class Job extends Node {
  declare readonly row: JobRow;
}
