import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import type { DateRangeType } from "../../domain/batch/batchDefinition.js";
import { type RecipesOverTime as Counts, maxIntervals, type RecipesOverTimeInput } from "../../domain/recipe/countRecipesOverTime.js";
import { DateRangeTypeEnum } from "../batch/BatchDefinition.js";
import { leaf, RowFields } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "Counts in intervals of equal length, which follow one another without a gap." })
@RowFields({
  started: leaf(DateTime, { description: "When the first interval begins." }),
  ended: leaf(DateTime, { description: "When the last interval ends." }),
  seconds: leaf(Float, { description: "The length of an interval." }),
  counts: leaf([Int], { description: "How many recipes each interval has." }),
})
export class RecipesOverTime {
  declare readonly row: Counts;
}

@ArgsType()
export class RecipesOverTimeArgs implements RecipesOverTimeInput {
  @Field(() => DateRangeTypeEnum, {
    defaultValue: DateRangeTypeEnum.CREATED,
    description: "Of DATA, a recipe counts at the first time that its input files have; without any, it does not count.",
  })
  type!: DateRangeType;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Only recipes of earlier revisions than the current: those that a batch matches which runs no unchanged job again.",
  })
  outdated!: boolean;

  @Field(() => Int, {
    defaultValue: 60,
    description: `The most intervals, from 1 to ${maxIntervals}. They get the shortest length of seconds, minutes, hours, days or weeks with which they are enough.`,
  })
  intervals!: number;
}
