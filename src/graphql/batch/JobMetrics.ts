import { Field, Float, Int, ObjectType } from "type-graphql";
import type { JobMetricsRow } from "../../domain/batch/read/findJobMetrics.js";
import { leaf, RowFields } from "../rowFields.js";

/** The cost for a batch of 1,400 jobs whose executions are counted. */
export const countingExecutions = 5000;

@ObjectType({
  simpleResolvers: true,
  description: "How long the jobs of a batch took that have one name in its recipes, and how often they failed. Kept jobs are left out.",
})
@RowFields({
  jobName: leaf(String, { description: "The job's name in the recipe type's definition." }),
  count: leaf(Int, { description: "COMPLETED executions. The seconds are theirs, from claim to end; null where there are none." }),
  failed: leaf(Int, { description: "Executions that FAILED or were LOST." }),
  shortest: leaf(Float, { nullable: true, description: "Seconds." }),
  mean: leaf(Float, { nullable: true, description: "Seconds." }),
  p95: leaf(Float, {
    nullable: true,
    description: "The seconds within which 95 of 100 executions were done, between two of them where that falls between them.",
  }),
  longest: leaf(Float, { nullable: true, description: "Seconds." }),
})
export class JobMetrics {
  declare readonly row: JobMetricsRow;
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
