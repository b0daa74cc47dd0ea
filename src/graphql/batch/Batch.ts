import { Int, ObjectType } from "type-graphql";
import { batchStatuses } from "../../domain/batch/batchStatus.js";
import type { BatchPath, BatchRow } from "../../domain/batch/read/batchView.js";
import type { BatchEvent as EventRow } from "../../domain/batch/read/findBatchEvents.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { connectionTypes } from "../relay/connection.js";
import { Node } from "../relay/node.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { WorkStateEnum } from "./BatchWork.js";
import { countingExecutions, JobMetrics } from "./JobMetrics.js";

export const BatchStatusEnum = enumType(
  "BatchStatus",
  "SUBMITTED and CREATED are the documented states; REST shows every other one as SUBMITTED.",
  batchStatuses,
  {
    SUBMITTED: "Asked for; its creator job waits.",
    CREATING: "Its recipes are being made.",
    PAUSED: "Stopped; goes on where it stopped.",
    CREATED: "Every matched recipe was made or has failed.",
    CANCELED: "Stopped for good by a caller; retried, a new batch goes on with what it never came to.",
    FAILED: "Stopped by a fault of its own; resumed, it goes on where it stopped.",
  },
);

@ObjectType({ simpleResolvers: true, description: "A change of a batch's status." })
@RowFields({
  from: leaf(BatchStatusEnum, { nullable: true, description: "Null where the batch came into being." }),
  to: leaf(BatchStatusEnum),
  actor: leaf(String, { description: "Who changed it." }),
  reason: leaf(String, { nullable: true }),
  occurred: leaf(DateTime),
})
export class BatchEvent {
  declare readonly row: EventRow;
}

@ObjectType({ simpleResolvers: true, description: "A change of the state of a batch's work." })
@RowFields({
  from: leaf(WorkStateEnum, { nullable: true }),
  to: leaf(WorkStateEnum),
  actor: leaf(String, { description: "Who changed it." }),
  reason: leaf(String, { nullable: true }),
  occurred: leaf(DateTime),
})
export class BatchWorkEvent {
  declare readonly row: EventRow;
}

@ObjectType({ simpleResolvers: true, description: "What keeps a batch's jobs in bounds. Null: no limit." })
@RowFields({
  maxRunningJobs: leaf(Int, { nullable: true, description: "The most of its jobs that run at a time." }),
  stopAfterFailedJobs: leaf(Int, { nullable: true, description: "When so many of its jobs have failed, its work is HELD." }),
})
export class BatchLimits {
  declare readonly row: BatchRow<"maxRunningJobs" | "stopAfterFailedJobs">;
}

/** A batch as its resolvers get it: with the columns that the selected fields are made from. */
export type BatchSource = BatchRow<"id"> & Partial<BatchRow<BatchPath>>;

@ObjectType({ simpleResolvers: true, implements: Node, description: "A request to re-process many existing recipes of one recipe type." })
@RowFields({
  databaseId: leaf(Int, { from: "id", description: "The integer id that REST callers know." }),
  title: leaf(String, { nullable: true }),
  description: leaf(String, { nullable: true }),
  status: leaf(BatchStatusEnum),
  createdCount: leaf(Int, { description: "Recipes that the batch has made." }),
  failedCount: leaf(Int, { description: "Recipes that could not be re-processed." }),
  totalCount: leaf(Int, { description: "Recipes that the batch matched; 0 until its creator has started, unless it has a planToken." }),
  created: leaf(DateTime),
  lastModified: leaf(DateTime),
  stalledSince: leaf(DateTime, {
    nullable: true,
    description:
      "Since when nothing has been made, where that is more than 10 seconds and the batch is SUBMITTED or CREATING: the gateway process that makes it hangs (another one takes it over within a minute), or all that expand batches are busy or away.",
  }),
  recipeType: reference(() => RecipeType, "recipeType", "recipeType.id"),
  event: reference(() => TriggerEvent, "event", "event.id"),
  creatorJob: reference(() => Job, "job", "creatorJob.id", {
    nullable: true,
    description: "The job that expands the batch into recipes and jobs.",
  }),
  events: reference(() => [BatchEvent], "batchEvents", "id", {
    description: "The batch's history: the changes of its status, the latest 100 of them, oldest first.",
  }),
  workEvents: reference(() => [BatchWorkEvent], "batchWorkEvents", "id", {
    description: "The history of its work: the changes of `work.state`, the latest 100 of them, oldest first.",
  }),
  retryOf: reference(() => Batch, "batch", "retryOfId", {
    nullable: true,
    description: "The batch that this one goes on with: it tries its recipes again that failed, or that it never came to.",
  }),
  previous: reference(() => Batch, "batch", "previousId", {
    nullable: true,
    description:
      "The batch whose recipes this one re-processed: it made most of them, as up to 256 recipes tell that are spread over all. Null where no batch made them, and until what the batch matches is fixed.",
  }),
  root: reference(() => Batch, "batch", "rootId", {
    nullable: true,
    description: "The first of the chain that `previous` leads along; null on the first itself.",
  }),
  jobMetrics: reference(() => [JobMetrics], "jobMetrics", "id", {
    complexity: countingExecutions,
    description:
      "How long its jobs took and how often they failed, one for each job of the recipe type's definition, in its order. Counted when asked for; kept once the batch's work has ended. While more than 50,000 of its jobs have run and its work goes on, counted anew each time that half as many more have run.",
  }),
})
export class Batch extends Node {
  declare readonly row: BatchSource;
}

export const BatchConnection = connectionTypes("Batch", () => Batch);
