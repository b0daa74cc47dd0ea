import { Ctx, Int, ObjectType, Query, Resolver } from "type-graphql";
import { findWorkers, maxWorkers, type WorkerRow } from "../../domain/execution/findWorkers.js";
import type { Context } from "../context.js";
import { ListSize } from "../costOf.js";
import { leaf, RowFields } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A program that runs jobs, by the name that it gives itself." })
@RowFields({
  name: leaf(String),
  lastSeen: leaf(DateTime, { description: "When it last claimed or reported, or began to wait for jobs." }),
  running: leaf(Int, { description: "Executions that it has in hand." }),
})
export class Worker {
  declare readonly row: WorkerRow;
}

@Resolver()
export class WorkerResolver {
  @Query(() => [Worker], {
    complexity: 10_000,
    description: `The workers that were seen in the last hour, or have executions in hand, at most ${maxWorkers}: the latest first. What waits and runs of a job type stands in \`JobType.queue\`.`,
  })
  @ListSize(maxWorkers)
  workers(@Ctx() { db }: Context): Promise<WorkerRow[]> {
    return findWorkers(db);
  }
}
