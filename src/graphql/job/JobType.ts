import { ArgsType, Field, Float, InputType, Int, ObjectType } from "type-graphql";
import type { JobTypeQueueRow } from "../../domain/execution/findJobTypeQueues.js";
import type { JobTypeSummary } from "../../domain/job/findJobs.js";
import { ConnectionArgs, connectionTypes, maxListSize } from "../relay/connection.js";
import { Node } from "../relay/node.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "How many jobs of a type wait and run. Only jobs that batches have made count." })
@RowFields({
  queued: leaf(Int),
  held: leaf(Int, { description: "Queued jobs that are not handed out at the moment; each of them says why, in `held`." }),
  running: leaf(Int),
  oldest: leaf(DateTime, {
    nullable: true,
    description: "Since when the job that has waited longest has been QUEUED. Jobs whose backoff runs don't count.",
  }),
  lastClaim: leaf(DateTime, { nullable: true, description: "When a worker last claimed a job of the type." }),
})
export class JobQueue {
  declare readonly row: JobTypeQueueRow;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "A kind of work: an algorithm and its interface." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  name: leaf(String),
  version: leaf(String),
  title: leaf(String, { nullable: true }),
  description: leaf(String, { nullable: true }),
  category: leaf(String, { nullable: true }),
  authorName: leaf(String, { nullable: true }),
  authorUrl: leaf(String, { nullable: true }),
  isSystem: leaf(Boolean),
  isLongRunning: leaf(Boolean),
  isActive: leaf(Boolean),
  isOperational: leaf(Boolean),
  isPaused: leaf(Boolean),
  iconCode: leaf(String, { nullable: true }),
  maxRunning: leaf(Int, { nullable: true, description: "The most jobs of this type that run at a time; null: no limit." }),
  cpusRequired: leaf(Float, { description: "How many processors a job of this type needs; it need not be a whole number." }),
  memRequired: leaf(Float, { description: "How much memory a job of this type needs, in MiB." }),
  queue: reference(() => JobQueue, "jobTypeQueue", "id", { complexity: 300 }),
})
export class JobType extends Node {
  declare readonly row: JobTypeSummary;
}

export const JobTypeConnection = connectionTypes("JobType", () => JobType);

@InputType({
  description: `Conditions on job types. All of them must hold; of a list, one value. A list has at most ${maxListSize} values.`,
})
export class JobTypeFilter {
  @Field(() => [String], { nullable: true })
  name?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is one of the gateway's own, which no worker runs." })
  isSystem?: boolean | null;
}

@ArgsType()
export class JobTypesArgs extends ConnectionArgs {
  @Field(() => JobTypeFilter, { nullable: true })
  filter?: JobTypeFilter | null;
}
