import { Field, Float, Int, ObjectType } from "type-graphql";
import type { WorkCounts } from "../../domain/batch/read/findBatchParts.js";
import { type WorkRow, workEstimate, workPercent } from "../../domain/batch/read/workProgress.js";
import { type WorkState, workStates } from "../../domain/execution/workState.js";
import type { JobStatus } from "../../domain/job/jobStatus.js";
import type { Context } from "../context.js";
import { leaf, RowFields } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";

export const WorkStateEnum = enumType("WorkState", "What becomes of the jobs that a batch made.", workStates, {
  WAITING: "No job was handed out yet.",
  RUNNING: "Jobs were handed out, and some can still run.",
  HELD: "No further job is handed out until the batch is resumed; those that run go on.",
  SUCCEEDED: "No job is left that can still run, and none has failed.",
  FAILED: "No job is left that can still run, and some have FAILED or are BLOCKED, or the batch itself has FAILED.",
  CANCELED: "The batch was canceled, or its jobs were before any of them completed.",
});

@ObjectType({ simpleResolvers: true, description: "Jobs by status." })
@RowFields({
  pending: leaf(Int),
  blocked: leaf(Int),
  queued: leaf(Int),
  running: leaf(Int),
  failed: leaf(Int),
  completed: leaf(Int),
  canceled: leaf(Int),
  total: leaf(Int),
})
export class JobStatusCounts {
  declare readonly row: Readonly<Record<Lowercase<JobStatus> | "total", number>>;
}

/** A field that is made from the counts of jobs. It is called only where it is selected. */
type Counted<Value> = (args: unknown, context: Context) => Promise<Value>;

/** The cost of adding up the counts of a batch's jobs, of some hundred rows at most. */
export const countingJobs = 100;

@ObjectType({ simpleResolvers: true, description: "What becomes of the jobs that a batch made (not of those that it kept)." })
export class BatchWork {
  @Field(() => WorkStateEnum)
  state!: WorkState;

  @Field(() => Float, {
    nullable: true,
    complexity: countingJobs,
    description:
      "0 to 100: the share of the jobs that have ended, or can't run any more; null while nothing has been made. While recipes are still being made, it allows for the jobs of the others.",
  })
  percent!: Counted<number | null>;

  @Field(() => JobStatusCounts, { complexity: countingJobs })
  jobs!: Counted<JobStatusCounts["row"]>;

  @Field(() => Int, {
    complexity: countingJobs,
    description: "Recipes of the batch of which all jobs are COMPLETED, kept ones among them.",
  })
  recipesCompleted!: Counted<number>;

  @Field(() => DateTime, { nullable: true, description: "When it ended: no job was left that could still run." })
  finished!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    complexity: countingJobs,
    description: "When it will have finished, at its rate since the first job was handed out; null where that can't be said.",
  })
  estimate!: Counted<string | null>;
}

export interface WorkSource extends WorkRow {
  /** Set where the counts of jobs are shared among all who watch the batch. */
  workCounts?(): Promise<WorkCounts>;
}

export const countsOf = ({ id, workCounts }: WorkSource, { load }: Context): Promise<WorkCounts> =>
  workCounts ? workCounts() : load.workCounts.load(id);

export function toBatchWork(batch: WorkSource): BatchWork {
  const counted =
    <Value>(make: (counts: WorkCounts) => Value): Counted<Value> =>
    async (_args, context) =>
      make(await countsOf(batch, context));
  return {
    state: batch.workState as WorkState,
    percent: counted((counts) => workPercent(batch, counts)),
    jobs: counted(toJobStatusCounts),
    recipesCompleted: counted(({ recipesCompleted }) => recipesCompleted),
    finished: batch.workFinished,
    estimate: counted((counts) => workEstimate(batch, counts)),
  };
}

export function toJobStatusCounts({ jobs }: WorkCounts): JobStatusCounts["row"] {
  const counts = Object.fromEntries([...jobs].map(([status, count]) => [status.toLowerCase(), count])) as JobStatusCounts["row"];
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}
