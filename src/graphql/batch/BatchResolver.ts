import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { BatchDefinition as Document } from "../../domain/batch/batchDefinition.js";
import { countBatches, findBatches } from "../../domain/batch/read/findBatches.js";
import { type BatchRecipeOutcome } from "../../domain/batch/read/findBatchParts.js";
import { type WorkRow, workPaths } from "../../domain/batch/read/workProgress.js";
import type { JobStatus } from "../../domain/job/jobStatus.js";
import type { Context } from "../context.js";
import { CountCosts } from "../costOf.js";
import { TakesPlainArg } from "../execution/attachResolvers.js";
import { Reads } from "../execution/reference.js";
import { rootFields, selectedPaths } from "../execution/selectedPaths.js";
import { JobStatusEnum } from "../job/Job.js";
import { type Connection, ConnectionArgs, checkListSize, readWindow, toConnection } from "../relay/connection.js";
import { readId } from "../relay/globalId.js";
import { Batch, BatchConnection, BatchLimits, type BatchSource } from "./Batch.js";
import { BatchDefinition, toBatchDefinition } from "./BatchDefinition.js";
import { BatchJobConnection, BatchRecipeConnection, BatchRecipeOutcomeEnum } from "./BatchParts.js";
import { BatchProgress, toBatchProgress } from "./BatchProgress.js";
import { BatchWork, toBatchWork } from "./BatchWork.js";
import { BatchesArgs, toDomainFilter, toDomainOrder } from "./batchInputs.js";

/** The fields that lead from a connection to its batches. */
const waysToBatches = [["edges", "node"], ["nodes"]];

/** The names of the orders of a batch's parts, for cursors. Each part has one order only. */
const [recipeOrder, jobOrder] = ["recipes", "jobs"];

@Resolver(() => Batch)
export class BatchResolver {
  @Query(() => Batch, {
    nullable: true,
    description: "One batch by global id, or by the integer id that REST callers know (batch(id: 16)). Null where there is none.",
  })
  @TakesPlainArg()
  // It reads the columns for all of the operation's `batch` fields, so that each batch is read once for all of them.
  batch(@Arg("id", () => ID) id: string, @Ctx() { load }: Context, @Info() info: GraphQLResolveInfo): Promise<BatchSource | null> | null {
    const batchId = readId("Batch", id);
    return batchId === null ? null : load.batch(selectedPaths(info, [[]], () => rootFields(info))).load(batchId);
  }

  // A filter can go through all batches: to look through 60,000 titles took 43 ms on a busy machine, for the page and for the count.
  @CountCosts(() => 30_000)
  @Query(() => BatchConnection, { complexity: 30_000, description: "The batches that a filter matches, in an order." })
  async batches(
    @Args(() => BatchesArgs) args: BatchesArgs,
    @Ctx() { db }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<BatchSource>> {
    const filter = toDomainFilter(args.filter);
    const order = toDomainOrder(args.orderBy);
    const orderName = order.map(({ field, descending }) => `${descending ? "-" : ""}${field}`).join() || "default";
    const page = await findBatches(db, selectedPaths(info, waysToBatches), filter, order, readWindow(args, orderName));
    return toConnection(page, orderName, () => countBatches(db, filter));
  }

  @FieldResolver(() => BatchDefinition)
  definition(@Root() batch: BatchSource): BatchDefinition {
    return toBatchDefinition(batch.definition as Document);
  }

  @FieldResolver(() => BatchProgress)
  @Reads(...workPaths)
  progress(@Root() batch: WorkRow): BatchProgress {
    return toBatchProgress(batch);
  }

  @FieldResolver(() => BatchWork, { description: "How far the jobs are that the batch made." })
  @Reads(...workPaths)
  work(@Root() batch: WorkRow): BatchWork {
    return toBatchWork(batch);
  }

  @FieldResolver(() => BatchLimits)
  @Reads("maxRunningJobs", "stopAfterFailedJobs")
  limits(@Root() batch: BatchLimits["row"]): BatchLimits["row"] {
    return batch;
  }

  @FieldResolver(() => BatchRecipeConnection, {
    description: "What became of each matched recipe. Until the batch has ended, more can come in between those that are there.",
  })
  async recipes(
    @Root() batch: BatchSource,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("outcome", () => [BatchRecipeOutcomeEnum], { nullable: true }) outcome: BatchRecipeOutcome[] | null | undefined,
    @Ctx() { load }: Context,
  ) {
    checkListSize(["outcome"], outcome);
    const filter = outcome ?? null;
    const page = await load.batchRecipes(batch.id, { filter, window: readWindow(args, recipeOrder) });
    return toConnection(page, recipeOrder, () => load.batchRecipeCount(batch.id, filter));
  }

  // The costs for a batch of 1,400 jobs. Counting by status reads the jobs that it has kept; counting all reads an index.
  @CountCosts(({ status }: { status?: unknown }) => (status ? 5000 : 1000))
  @FieldResolver(() => BatchJobConnection, {
    description: "The jobs of the recipes that the batch made. Until the batch has ended, more can come in between those that are there.",
  })
  async jobs(
    @Root() batch: BatchSource,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("status", () => [JobStatusEnum], { nullable: true }) status: JobStatus[] | null | undefined,
    @Ctx() { load }: Context,
  ) {
    checkListSize(["status"], status);
    const filter = status ?? null;
    const page = await load.batchJobs(batch.id, { filter, window: readWindow(args, jobOrder) });
    return toConnection(page, jobOrder, () => load.batchJobCount(batch.id, filter));
  }
}
