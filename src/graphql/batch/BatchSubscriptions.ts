import type { GraphQLResolveInfo } from "graphql";
import { Arg, ID, Int, Resolver, Root, Subscription } from "type-graphql";
import type { ChangedBatches } from "../../domain/batch/read/BatchChanges.js";
import type { BatchSnapshot } from "../../domain/batch/read/batchProgressFeed.js";
import { findBatch } from "../../domain/batch/read/findBatches.js";
import { notFound } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { isSelected } from "../execution/selectedPaths.js";
import { readId } from "../relay/globalId.js";
import { BatchProgress, toBatchProgress } from "./BatchProgress.js";

@Resolver()
export class BatchSubscriptions {
  @Subscription(() => BatchProgress, {
    description: `The batch's progress now, then at every change, at most four times a second. Without \`work\`, it ends when all recipes
are made, or the batch is CANCELED or FAILED. With \`work\`, changes of its jobs are told, too, about once a second, and it ends when the
work is finished. Subscribe anew to see what becomes of jobs that are requeued after that.`,
    subscribe: async ({ args, context, info }) => watch(context as Context, args.id as string, info),
  })
  batchProgress(@Arg("id", () => ID) _id: string, @Root() snapshot: BatchSnapshot): BatchProgress {
    return toBatchProgress(snapshot);
  }

  @Subscription(() => [Int], {
    nullable: true,
    description: `For clients that keep a list of batches up to date: the \`databaseId\` of each batch that was made, or has another title,
\`status\`, \`work.state\` or \`work.finished\`, at most once a second; \`batches(filter: { id: … })\` has them. How far batches are is told by
\`batchProgress\`. Null at first, and wherever any batch may have changed (more than 100 have, or PostgreSQL could not be heard for a while):
ask for the list then.`,
    subscribe: ({ context }) => (context as Context).progress.watchLists(),
  })
  batchesChanged(@Root() changed: ChangedBatches): ChangedBatches {
    return changed;
  }
}

const onlyId = ["id"] as const;

async function watch({ db, progress }: Context, id: string, info: GraphQLResolveInfo): Promise<AsyncGenerator<BatchSnapshot>> {
  const batchId = readId("Batch", id);
  if (batchId === null || (await findBatch(db, onlyId, batchId)) === null) throw notFound("batch", id);
  return progress.watch(batchId, isSelected(info, "work") ? "work" : "creation");
}
