import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { createBatch } from "../../domain/batch/createBatch.js";
import { validateBatch } from "../../domain/batch/validateBatch.js";
import type { Context } from "../context.js";
import { withUserErrors } from "../userError.js";
import { BatchInput, toDomainInput } from "./batchInputs.js";
import { CreateBatchPayload, toValidateBatchPayload, ValidateBatchPayload } from "./batchPayloads.js";

@Resolver()
export class BatchMutations {
  @Mutation(() => ValidateBatchPayload, {
    description:
      "Checks a batch without creating it: how many recipes it would match, what would happen to their jobs, and what is odd about it.",
  })
  async validateBatch(@Arg("input", () => BatchInput) input: BatchInput, @Ctx() { db }: Context): Promise<ValidateBatchPayload> {
    return toValidateBatchPayload(await validateBatch(db, toDomainInput(input)));
  }

  @Mutation(() => CreateBatchPayload, { description: "Creates a batch and queues its creator job, in one transaction." })
  async createBatch(
    @Arg("input", () => BatchInput) input: BatchInput,
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description: "At most 255 characters. The same key with the same input creates one batch only, for at least 24 hours.",
    })
    idempotencyKey: string | null | undefined,
    @Ctx() { db, actor, load }: Context,
  ): Promise<CreateBatchPayload> {
    const { result, errors } = await withUserErrors(() =>
      createBatch(db, actor, toDomainInput(input), { idempotencyKey: idempotencyKey ?? null }),
    );
    return { batch: result && (await load.batch.load(result.id)), errors, replayed: result?.replayed ?? false };
  }
}
