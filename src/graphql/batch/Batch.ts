import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { type BatchStatus, batchStatuses } from "../../domain/batch/batchStatus.js";
import type { BatchPath, BatchRow } from "../../domain/batch/read/batchView.js";
import type { BatchEvent as EventRow } from "../../domain/batch/read/findBatchEvents.js";
import type { WorkState } from "../../domain/execution/workState.js";
import { Leaf, References } from "../execution/reference.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { connectionTypes } from "../relay/connection.js";
import { Node } from "../relay/node.js";
import { DateTime, enumOf } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { WorkStateEnum } from "./BatchWork.js";
import { countingExecutions, JobMetrics } from "./JobMetrics.js";

export const BatchStatusEnum = enumOf(batchStatuses);
registerEnumType(BatchStatusEnum, {
  name: "BatchStatus",
  description: "SUBMITTED and CREATED are the documented states; REST shows every other one as SUBMITTED.",
  valuesConfig: {
    SUBMITTED: { description: "Asked for; its creator job waits." },
    CREATING: { description: "Its recipes are being made." },
    PAUSED: { description: "Stopped; goes on where it stopped." },
    CREATED: { description: "Every matched recipe was made or has failed." },
    CANCELED: { description: "Stopped for good by a caller; retried, a new batch goes on with what it never came to." },
    FAILED: { description: "Stopped by a fault of its own; resumed, it goes on where it stopped." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A change of a batch's status." })
export class BatchEvent {
  declare readonly row: EventRow;

  @Leaf(() => BatchStatusEnum, { nullable: true, description: "Null where the batch came into being." })
  from!: BatchStatus | null;

  @Leaf(() => BatchStatusEnum)
  to!: BatchStatus;

  @Leaf(() => String, { description: "Who changed it." })
  actor!: string;

  @Leaf(() => String, { nullable: true })
  reason!: string | null;

  @Leaf(() => DateTime)
  occurred!: string;
}

@ObjectType({ simpleResolvers: true, description: "A change of the state of a batch's work." })
export class BatchWorkEvent {
  declare readonly row: EventRow;

  @Leaf(() => WorkStateEnum, { nullable: true })
  from!: WorkState | null;

  @Leaf(() => WorkStateEnum)
  to!: WorkState;

  @Leaf(() => String, { description: "Who changed it." })
  actor!: string;

  @Leaf(() => String, { nullable: true })
  reason!: string | null;

  @Leaf(() => DateTime)
  occurred!: string;
}

@ObjectType({ simpleResolvers: true, description: "What keeps a batch's jobs in bounds. Null: no limit." })
export class BatchLimits {
  @Field(() => Int, { nullable: true, description: "The most of its jobs that run at a time." })
  maxRunningJobs!: number | null;

  @Field(() => Int, { nullable: true, description: "When so many of its jobs have failed, its work is HELD." })
  stopAfterFailedJobs!: number | null;
}

/** A batch as its resolvers get it: with the columns that the selected fields are made from. */
export type BatchSource = BatchRow<"id"> & Partial<BatchRow<BatchPath>>;

@ObjectType({ simpleResolvers: true, implements: Node, description: "A request to re-process many existing recipes of one recipe type." })
export class Batch extends Node {
  declare readonly row: BatchSource;

  @Leaf(() => Int, { from: "id", description: "The integer id that REST callers know." })
  databaseId!: number;

  @Leaf(() => String, { nullable: true })
  title!: string | null;

  @Leaf(() => String, { nullable: true })
  description!: string | null;

  @Leaf(() => BatchStatusEnum)
  status!: BatchStatus;

  @Leaf(() => Int, { description: "Recipes that the batch has made." })
  createdCount!: number;

  @Leaf(() => Int, { description: "Recipes that could not be re-processed." })
  failedCount!: number;

  @Leaf(() => Int, { description: "Recipes that the batch matched; 0 until its creator has started, unless it has a planToken." })
  totalCount!: number;

  @Leaf(() => DateTime)
  created!: string;

  @Leaf(() => DateTime)
  lastModified!: string;

  @Leaf(() => DateTime, {
    nullable: true,
    description:
      "Since when nothing has been made, where that is more than 10 seconds and the batch is SUBMITTED or CREATING: the gateway process that makes it hangs (another one takes it over within a minute), or all that expand batches are busy or away.",
  })
  stalledSince!: string | null;

  @Field(() => RecipeType)
  @References("recipeType", "recipeType.id")
  recipeType!: RecipeType;

  @Field(() => TriggerEvent)
  @References("event", "event.id")
  event!: TriggerEvent;

  @Field(() => Job, { nullable: true, description: "The job that expands the batch into recipes and jobs." })
  @References("job", "creatorJob.id")
  creatorJob!: Job | null;

  @Field(() => [BatchEvent], { description: "The batch's history: the changes of its status, the latest 100 of them, oldest first." })
  @References("batchEvents", "id")
  events!: BatchEvent[];

  @Field(() => [BatchWorkEvent], {
    description: "The history of its work: the changes of `work.state`, the latest 100 of them, oldest first.",
  })
  @References("batchWorkEvents", "id")
  workEvents!: BatchWorkEvent[];

  @Field(() => Batch, {
    nullable: true,
    description: "The batch that this one goes on with: it tries its recipes again that failed, or that it never came to.",
  })
  @References("batch", "retryOfId")
  retryOf!: Batch | null;

  @Field(() => Batch, {
    nullable: true,
    description:
      "The batch whose recipes this one re-processed: it made most of them, as up to 256 recipes tell that are spread over all. Null where no batch made them, and until what the batch matches is fixed.",
  })
  @References("batch", "previousId")
  previous!: Batch | null;

  @Field(() => Batch, { nullable: true, description: "The first of the chain that `previous` leads along; null on the first itself." })
  @References("batch", "rootId")
  root!: Batch | null;

  @Field(() => [JobMetrics], {
    complexity: countingExecutions,
    description:
      "How long its jobs took and how often they failed, one for each job of the recipe type's definition, in its order. Counted when asked for; kept once the batch's work has ended. While more than 50,000 of its jobs have run and its work goes on, counted anew each time that half as many more have run.",
  })
  @References("jobMetrics", "id")
  jobMetrics!: JobMetrics[];
}

export const BatchConnection = connectionTypes("Batch", () => Batch);
