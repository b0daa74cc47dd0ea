import { ArgsType, Field, Float, InputType, Int, ObjectType } from "type-graphql";
import type { JobTypeQueueRow } from "../../domain/execution/findJobTypeQueues.js";
import type { JobTypeSummary } from "../../domain/job/findJobs.js";
import { Leaf, References } from "../execution/reference.js";
import { ConnectionArgs, connectionTypes } from "../relay/connection.js";
import { maxListSize } from "../relay/listSize.js";
import { Node } from "../relay/node.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "How many jobs of a type wait and run. Only jobs that batches have made count." })
export class JobQueue {
  declare readonly row: JobTypeQueueRow;

  @Leaf(() => Int)
  queued!: number;

  @Leaf(() => Int, { description: "Queued jobs that are not handed out at the moment; each of them says why, in `held`." })
  held!: number;

  @Leaf(() => Int)
  running!: number;

  @Leaf(() => DateTime, {
    nullable: true,
    description: "Since when the job that has waited longest has been QUEUED. Jobs whose backoff runs don't count.",
  })
  oldest!: string | null;

  @Leaf(() => DateTime, { nullable: true, description: "When a worker last claimed a job of the type." })
  lastClaim!: string | null;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "A kind of work: an algorithm and its interface." })
export class JobType extends Node {
  declare readonly row: JobTypeSummary;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => String)
  name!: string;

  @Leaf(() => String)
  version!: string;

  @Leaf(() => String, { nullable: true })
  title!: string | null;

  @Leaf(() => String, { nullable: true })
  description!: string | null;

  @Leaf(() => String, { nullable: true })
  category!: string | null;

  @Leaf(() => String, { nullable: true })
  authorName!: string | null;

  @Leaf(() => String, { nullable: true })
  authorUrl!: string | null;

  @Leaf(() => Boolean)
  isSystem!: boolean;

  @Leaf(() => Boolean)
  isLongRunning!: boolean;

  @Leaf(() => Boolean)
  isActive!: boolean;

  @Leaf(() => Boolean)
  isOperational!: boolean;

  @Leaf(() => Boolean)
  isPaused!: boolean;

  @Leaf(() => String, { nullable: true })
  iconCode!: string | null;

  @Leaf(() => Int, { nullable: true, description: "The most jobs of this type that run at a time; null: no limit." })
  maxRunning!: number | null;

  @Leaf(() => Float, { description: "How many processors a job of this type needs; it need not be a whole number." })
  cpusRequired!: number;

  @Leaf(() => Float, { description: "How much memory a job of this type needs, in MiB." })
  memRequired!: number;

  @Field(() => JobQueue, { complexity: 300 })
  @References("jobTypeQueue", "id")
  queue!: JobQueue;
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
