import { Field, Float, Int, ObjectType } from "type-graphql";
import type { JobMetricsRow } from "../../domain/batch/read/findJobMetrics.js";
import { Leaf } from "../execution/reference.js";

/** The cost for a batch of 1,400 jobs whose executions are counted. */
export const countingExecutions = 5000;

@ObjectType({
  simpleResolvers: true,
  description: "How long the jobs of a batch took that have one name in its recipes, and how often they failed. Kept jobs are left out.",
})
export class JobMetrics {
  declare readonly row: JobMetricsRow;

  @Leaf(() => String, { description: "The job's name in the recipe type's definition." })
  jobName!: string;

  @Leaf(() => Int, { description: "COMPLETED executions. The seconds are theirs, from claim to end; null where there are none." })
  count!: number;

  @Leaf(() => Int, { description: "Executions that FAILED or were LOST." })
  failed!: number;

  @Leaf(() => Float, { nullable: true, description: "Seconds." })
  shortest!: number | null;

  @Leaf(() => Float, { nullable: true, description: "Seconds." })
  mean!: number | null;

  @Leaf(() => Float, {
    nullable: true,
    description: "The seconds within which 95 of 100 executions were done, between two of them where that falls between them.",
  })
  p95!: number | null;

  @Leaf(() => Float, { nullable: true, description: "Seconds." })
  longest!: number | null;
}

@ObjectType({ simpleResolvers: true, description: "How a job went in each of several batches." })
export class JobComparison {
  @Field(() => String, { description: "The job's name in the recipe type's definition." })
  jobName!: string;

  @Field(() => [JobMetrics], {
    nullable: "items",
    description: "One for each batch, in their order; null for a batch whose recipes have no such job.",
  })
  metrics!: (JobMetrics | null)[];
}
