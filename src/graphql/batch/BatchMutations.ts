import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import { cancelBatch } from "../../domain/batch/change/cancelBatch.js";
import { pauseBatch } from "../../domain/batch/change/pauseBatch.js";
import { resumeBatch } from "../../domain/batch/change/resumeBatch.js";
import { retryBatch } from "../../domain/batch/change/retryBatch.js";
import { updateBatch } from "../../domain/batch/change/updateBatch.js";
import { createBatch } from "../../domain/batch/create/createBatch.js";
import { validateBatch } from "../../domain/batch/create/validateBatch.js";
import { notFound } from "../../domain/errors.js";
import { maxReason } from "../../domain/textLimits.js";
import type { Context } from "../context.js";
import { selectedPaths } from "../execution/selectedPaths.js";
import { createLoaders } from "../loaders.js";
import { readId } from "../relay/globalId.js";
import { withUserErrors } from "../userError.js";
import type { BatchSource } from "./Batch.js";
import { BatchInput, toDomainInput, UpdateBatchInput } from "./batchInputs.js";
import { BatchPayload, CreateBatchPayload, toValidateBatchPayload, ValidateBatchPayload } from "./batchPayloads.js";

/** The cost of an operation that counts recipes: to count the 100,000 that may be matched took 380 ms on a busy machine. */
const counting = 200_000;
/** The cost of changing a batch, and of reading it. */
const changing = 20_000;

@Resolver()
export class BatchMutations {
  @Mutation(() => ValidateBatchPayload, {
    complexity: counting,
    description:
      "Checks a batch without creating it: how many recipes it would match, what would happen to their jobs, and what is odd about it.",
  })
  async validateBatch(@Arg("input", () => BatchInput) input: BatchInput, @Ctx() context: Context): Promise<ValidateBatchPayload> {
    const { db, maxRecipesPerBatch: maxRecipes } = context;
    return toValidateBatchPayload(await validateBatch(db, toDomainInput(input), { maxRecipes }));
  }

  @Mutation(() => CreateBatchPayload, {
    complexity: counting,
    description: "Creates a batch and queues its creator job, in one transaction.",
  })
  async createBatch(
    @Arg("input", () => BatchInput) input: BatchInput,
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description: "At most 255 characters. The same key with the same input creates one batch only, for at least 24 hours.",
    })
    idempotencyKey: string | null | undefined,
    @Arg("planToken", () => String, {
      nullable: true,
      description:
        "From validateBatch: refuse with CONFLICT where the matched recipes, or the revision, are no longer those that it has shown.",
    })
    planToken: string | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CreateBatchPayload> {
    const { db, actor, maxRecipesPerBatch: maxRecipes } = context;
    const options = { idempotencyKey: idempotencyKey ?? null, planToken: planToken ?? null, maxRecipes };
    const { result, errors } = await withUserErrors(() => createBatch(db, actor, toDomainInput(input), options));
    return { batch: result && (await batchNow(context, info, result.id)), errors, replayed: result?.replayed ?? false };
  }

  @Mutation(() => BatchPayload, {
    complexity: changing,
    description: "Changes a batch's title, description or limits. Its definition never changes.",
  })
  updateBatch(
    @Arg("id", () => ID) id: string,
    @Arg("input", () => UpdateBatchInput) input: UpdateBatchInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BatchPayload> {
    return changeBatch(context, info, id, (batchId) => updateBatch(context.db, batchId, { ...input, limits: input.limits ?? undefined }));
  }

  @Mutation(() => BatchPayload, {
    complexity: counting,
    description:
      "Stops a batch for good: afterwards no further recipe is made, no job of it is handed out, its jobs that have not started are canceled, and the workers of those that run are told to stop. A batch that is CREATED keeps this status; its work becomes CANCELED. Canceling it again changes nothing.",
  })
  cancelBatch(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String, { nullable: true, description: `At most ${maxReason} characters.` }) reason: string | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BatchPayload> {
    return changeBatch(context, info, id, (batchId) => cancelBatch(context.db, context.actor, batchId, reason ?? null));
  }

  @Mutation(() => BatchPayload, {
    complexity: changing,
    description:
      "Stops a batch until it is resumed: no recipe is made, and no job of it is handed out; jobs that run go on. A batch that is CREATED keeps this status; its work becomes HELD.",
  })
  pauseBatch(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String, { nullable: true, description: `At most ${maxReason} characters.` }) reason: string | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BatchPayload> {
    return changeBatch(context, info, id, (batchId) => pauseBatch(context.db, context.actor, batchId, reason ?? null));
  }

  @Mutation(() => BatchPayload, {
    complexity: changing,
    description:
      "Lets a batch that is PAUSED or FAILED, or whose work is HELD, go on exactly where it stopped. The making of recipes of a FAILED one that was retried is not resumed: its retry goes on.",
  })
  resumeBatch(@Arg("id", () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<BatchPayload> {
    return changeBatch(context, info, id, (batchId) => resumeBatch(context.db, context.actor, batchId));
  }

  @Mutation(() => BatchPayload, {
    complexity: counting,
    description:
      "Creates a new batch, with the same definition and limits, over exactly what failed in one whose creation has ended: the recipes at which it failed or that it never came to, and those that it made whose jobs FAILED. The latter jobs run again even where nothing changed.",
  })
  retryBatch(@Arg("id", () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<BatchPayload> {
    const { db, actor, maxRecipesPerBatch: maxRecipes } = context;
    return changeBatch(context, info, id, async (batchId) => (await retryBatch(db, actor, batchId, { maxRecipes })).id);
  }
}

/** @param change makes the change. It may give the id of another batch to show */
async function changeBatch(
  context: Context,
  info: GraphQLResolveInfo,
  id: string,
  change: (batchId: number) => Promise<unknown>,
): Promise<BatchPayload> {
  const { result, errors } = await withUserErrors(async () => {
    const batchId = readId("Batch", id);
    if (batchId === null) throw notFound("batch", id);
    const shown = await change(batchId);
    return typeof shown === "number" ? shown : batchId;
  });
  return { batch: result === null ? null : await batchNow(context, info, result), errors };
}

/** Reads a batch as a mutation has left it, with new loaders: the old ones keep what the operation's earlier mutations have read. */
function batchNow(context: Context, info: GraphQLResolveInfo, id: number): Promise<BatchSource | null> {
  context.load = createLoaders(context.db);
  return context.load.batch(selectedPaths(info, [["batch"]])).load(id);
}
