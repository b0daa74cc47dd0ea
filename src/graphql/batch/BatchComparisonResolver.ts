import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import { compareBatches } from "../../domain/batch/read/compareBatches.js";
import { DomainError, notFound } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { selectedPaths } from "../execution/selectedPaths.js";
import { readId } from "../relay/globalId.js";
import { Batch, type BatchSource } from "./Batch.js";
import { countingExecutions, JobComparison } from "./JobMetrics.js";

/** Few tables or charts are wider, and the executions of each may have to be counted. */
const maxComparedBatches = 20;

@ObjectType({ simpleResolvers: true, description: "Batches side by side, such as those of a chain." })
export class BatchComparison {
  @Field(() => [Batch], { description: "As they were asked for." })
  batches!: BatchSource[];

  @Field(() => [JobComparison], {
    description: "The jobs of their recipes, in the order of the first batch's; then those that only later ones have.",
  })
  jobs!: JobComparison[];
}

@Resolver()
export class BatchComparisonResolver {
  @Query(() => BatchComparison, {
    complexity: maxComparedBatches * countingExecutions,
    description: `How long the jobs of up to ${maxComparedBatches} batches took and how often they failed, side by side. Batches are given by global ids, or by the integer ids that REST callers know.`,
  })
  async compareBatches(
    @Arg("ids", () => [ID]) ids: string[],
    @Ctx() { db, load }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ batches: BatchSource[]; jobs: unknown[] }> {
    if (ids.length === 0) throw new DomainError({ code: "REQUIRED", path: ["ids"], message: "must have at least one id" });
    if (ids.length > maxComparedBatches) {
      throw new DomainError({ code: "TOO_LARGE", path: ["ids"], message: `must have at most ${maxComparedBatches} ids` });
    }
    const batch = load.batch(selectedPaths(info, [["batches"]]));
    const batches = await Promise.all(
      ids.map(async (id) => {
        const batchId = readId("Batch", id);
        const found = batchId === null ? null : await batch.load(batchId);
        if (!found) throw notFound("batch", id);
        return found;
      }),
    );
    const batchIds = batches.map(({ id }) => id);
    return { batches, jobs: await compareBatches(db, batchIds) };
  }
}
