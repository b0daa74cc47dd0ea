import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { DateRangeType, BatchDefinition as Document } from "../../domain/batch/batchDefinition.js";
import { parseInstant } from "../../domain/time.js";
import { DateTime } from "../scalars.js";

export const DateRangeTypeEnum = { CREATED: "created", DATA: "data" } as const satisfies Record<string, DateRangeType>;
registerEnumType(DateRangeTypeEnum, {
  name: "DateRangeType",
  description: "What a date range is about.",
  valuesConfig: {
    CREATED: { description: "When the recipe was made." },
    DATA: { description: "The data times of the recipe's input files." },
  },
});

@ObjectType({ simpleResolvers: true, description: "Both bounds are inclusive, ended to the end of its millisecond." })
export class DateRange {
  @Field(() => DateRangeTypeEnum)
  type!: DateRangeType;

  @Field(() => DateTime, { nullable: true })
  started!: string | null;

  @Field(() => DateTime, { nullable: true })
  ended!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a batch re-processes." })
export class BatchDefinition {
  @Field(() => String)
  version!: string;

  @Field(() => DateRange, { nullable: true })
  dateRange!: DateRange | null;

  // There can be 1,000 names, and graphql-js makes a list of them in half a millisecond. A page of 1,000 batches must be able to show them.
  @Field(() => [String], { nullable: true, complexity: 200, description: "Jobs to run again even where nothing changed." })
  jobNames!: readonly string[] | null;

  @Field(() => Boolean, { description: "Run every job again; overrides jobNames." })
  allJobs!: boolean;

  @Field(() => Int, { nullable: true, description: "The priority of the new jobs, instead of their types' own." })
  priority!: number | null;
}

export function toBatchDefinition({ version, date_range, job_names, all_jobs, priority }: Document): BatchDefinition {
  const bound = (time: string | undefined) => (time === undefined ? null : parseInstant(time));
  return {
    version,
    dateRange: date_range ? { type: date_range.type, started: bound(date_range.started), ended: bound(date_range.ended) } : null,
    jobNames: job_names ?? null,
    allJobs: all_jobs ?? false,
    priority: priority ?? null,
  };
}
