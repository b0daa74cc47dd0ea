import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import type { BatchSnapshot } from "../../domain/batch/read/batchProgressFeed.js";
import { findBatch } from "../../domain/batch/read/findBatches.js";
import { notFound } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { readId } from "../relay/globalId.js";
import { BatchProgress, toBatchProgress } from "./BatchProgress.js";

@Resolver()
export class BatchSubscriptions {
  @Subscription(() => BatchProgress, {
    description: "The batch's progress now, then at every change, until it ends.",
    subscribe: async ({ args, context }) => watch(context as Context, args.id as string),
  })
  batchProgress(@Arg("id", () => ID) _id: string, @Root() snapshot: BatchSnapshot): BatchProgress {
    return toBatchProgress(snapshot);
  }
}

const onlyId = ["id"] as const;

async function watch({ db, progress }: Context, id: string): Promise<AsyncGenerator<BatchSnapshot>> {
  const batchId = readId("Batch", id);
  if (batchId === null || (await findBatch(db, onlyId, batchId)) === null) throw notFound("batch", id);
  return progress.watch(batchId);
}
