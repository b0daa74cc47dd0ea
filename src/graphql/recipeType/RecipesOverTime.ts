import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import type { DateRangeType } from "../../domain/batch/batchDefinition.js";
import { maxIntervals, type RecipesOverTimeInput } from "../../domain/recipe/countRecipesOverTime.js";
import { DateRangeTypeEnum } from "../batch/BatchDefinition.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "Counts in intervals of equal length, which follow one another without a gap." })
export class RecipesOverTime {
  @Field(() => DateTime, { description: "When the first interval begins." })
  started!: string;

  @Field(() => DateTime, { description: "When the last interval ends." })
  ended!: string;

  @Field(() => Float, { description: "The length of an interval." })
  seconds!: number;

  @Field(() => [Int], { description: "How many recipes each interval has." })
  counts!: number[];
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
