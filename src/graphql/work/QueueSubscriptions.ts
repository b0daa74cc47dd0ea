import { Ctx, Field, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { maxWorkers } from "../../domain/execution/findWorkers.js";
import { maxJobTypes, type Queues as Source } from "../../domain/execution/QueuesFeed.js";
import type { Context } from "../context.js";
import { AtHand, ListSize } from "../costOf.js";
import { JobType } from "../job/JobType.js";
import { createLoaders } from "../loaders.js";
import { Worker } from "./WorkerResolver.js";

@ObjectType({ simpleResolvers: true, description: "What waits and runs, and who runs it." })
export class Queues {
  @AtHand("jobTypeQueue")
  @ListSize(maxJobTypes)
  @Field(() => [JobType], {
    description: `The job types that workers run, in the order of their ids, at most ${maxJobTypes}. What waits and runs of each stands in its \`queue\`.`,
  })
  jobTypes!: readonly JobType[];

  @ListSize(maxWorkers)
  @Field(() => [Worker], { description: "As the query `workers` has them." })
  workers!: readonly Worker[];
}

@Resolver()
export class QueueSubscriptions {
  @Subscription(() => Queues, {
    description: "The queues of all job types and the workers now, and whenever they have changed, at most once a second.",
    subscribe: ({ context }) => (context as Context).queues.watch(),
  })
  queues(@Root() { jobTypes, queues, workers }: Source, @Ctx() context: Context) {
    // What was read for all who watch is what this one is shown. What else it selects is read anew each time.
    context.load = createLoaders(context.db);
    for (const { id } of jobTypes) context.load.jobTypeQueue.prime(id, queues.get(id) ?? null);
    return { jobTypes, workers };
  }
}
