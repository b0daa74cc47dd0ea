import { ArgsType, Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { type DateRangeType, maxJobName, maxJobNames } from "../../domain/batch/batchDefinition.js";
import { maxRecipeIds, type RecipeOrder, recipeOrders } from "../../domain/batch/batchSelection.js";
import type { BatchStatus } from "../../domain/batch/batchStatus.js";
import type { BatchInput as DomainInput } from "../../domain/batch/create/checkBatch.js";
import type { SelectionInput } from "../../domain/batch/create/checkSelection.js";
import {
  type BatchPath,
  type BatchFilter as DomainFilter,
  type BatchOrder as DomainOrder,
  sortableBatchPaths,
} from "../../domain/batch/read/batchView.js";
import type { WorkState } from "../../domain/execution/workState.js";
import { isStorable } from "../../domain/storable.js";
import { maxDescription, maxTitle } from "../../domain/textLimits.js";
import { parseBound } from "../../domain/time.js";
import { ConnectionArgs, checkListSize, maxListSize } from "../relay/connection.js";
import { readId } from "../relay/globalId.js";
import { DateTime, enumType } from "../scalars.js";
import { BatchStatusEnum } from "./Batch.js";
import { DateRangeTypeEnum } from "./BatchDefinition.js";
import { WorkStateEnum } from "./BatchWork.js";

@InputType({ description: "Both bounds are inclusive, ended to the end of its millisecond; at least one is required." })
export class DateRangeInput {
  @Field(() => DateRangeTypeEnum, { nullable: true, defaultValue: DateRangeTypeEnum.CREATED })
  type?: DateRangeType | null;

  @Field(() => DateTime, { nullable: true })
  started?: string | null;

  @Field(() => DateTime, { nullable: true })
  ended?: string | null;
}

@InputType({ description: "What a batch re-processes." })
export class BatchDefinitionInput {
  @Field(() => String, { nullable: true, defaultValue: "1.0" })
  version?: string | null;

  @Field(() => DateRangeInput, { nullable: true, description: "Only recipes of this time. Absent: of all times." })
  dateRange?: DateRangeInput | null;

  @Field(() => [String], {
    nullable: true,
    description: `Jobs to run again even where nothing changed: at most ${maxJobNames} names, of at most ${maxJobName} characters each.`,
  })
  jobNames?: string[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Run every job again; overrides jobNames." })
  allJobs?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "The priority of the new jobs, instead of their types' own; a lower number is more urgent.",
  })
  priority?: number | null;
}

@InputType({ description: "The brakes of a batch's work. What is absent stays as it is; null takes the limit away." })
export class BatchLimitsInput {
  @Field(() => Int, { nullable: true, description: "The most of the batch's jobs that run at once, from 1 on. To let none run, pause it." })
  maxRunningJobs?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "From 1 on: with so many FAILED jobs the batch's work is HELD, until resumeBatch. Jobs that were FAILED when it was last resumed don't count.",
  })
  stopAfterFailedJobs?: number | null;
}

export const RecipeOrderEnum = enumType("RecipeOrder", "In which order recipes are re-processed, and their jobs queued.", recipeOrders, {
  OLDEST_FIRST: "As they were made.",
  NEWEST_FIRST: "The recipe made last comes first.",
});

@InputType({ description: "Which recipes a batch may match, beside its definition: all of these conditions must hold, too." })
export class BatchSelectionInput {
  @Field(() => [ID], {
    nullable: true,
    description: `Only these recipes, at most ${maxRecipeIds}, by global or integer id. Those that are superseded by then don't match.`,
  })
  recipeIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Only the recipes at which this batch failed, and those that it made and that have FAILED jobs. The latter jobs run again even where nothing changed.",
  })
  failedInBatchId?: string | null;

  @Field(() => RecipeOrderEnum, { nullable: true, defaultValue: RecipeOrderEnum.OLDEST_FIRST })
  order?: RecipeOrder | null;
}

@InputType()
abstract class BatchTexts {
  @Field(() => String, { nullable: true, description: `At most ${maxTitle} characters.` })
  title?: string | null;

  @Field(() => String, { nullable: true, description: `At most ${maxDescription} characters.` })
  description?: string | null;
}

@InputType({ description: "The batch to create." })
export class BatchInput extends BatchTexts {
  @Field(() => ID, { description: "The recipe type whose recipes are re-processed: its global id, or its integer id." })
  recipeTypeId!: string;

  @Field(() => BatchDefinitionInput)
  definition!: BatchDefinitionInput;

  @Field(() => BatchLimitsInput, { nullable: true })
  limits?: BatchLimitsInput | null;

  @Field(() => BatchSelectionInput, { nullable: true })
  selection?: BatchSelectionInput | null;
}

@InputType({ description: `Conditions on batches. All of them must hold; of a list, one value. A list has at most ${maxListSize} values.` })
export class BatchFilter {
  @Field(() => [ID], {
    nullable: true,
    description: "Global ids, or the integer ids that REST callers know, as `batchesChanged` tells them.",
  })
  id?: string[] | null;

  @Field(() => [BatchStatusEnum], { nullable: true })
  status?: BatchStatus[] | null;

  @Field(() => [ID], { nullable: true })
  recipeTypeId?: string[] | null;

  @Field(() => [String], { nullable: true })
  recipeTypeName?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: "Not modified before; inclusive." })
  started?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Not modified after; inclusive, and to the end of its millisecond." })
  ended?: string | null;

  @Field(() => String, { nullable: true, description: "Part of the title, in any case." })
  title?: string | null;

  @Field(() => [String], { nullable: true, description: "The name of the actor who created the batch." })
  createdBy?: string[] | null;

  @Field(() => [WorkStateEnum], { nullable: true })
  workState?: WorkState[] | null;
}

@InputType({ description: "What to change of a batch. What is absent stays as it is; null empties it." })
export class UpdateBatchInput extends BatchTexts {
  @Field(() => BatchLimitsInput, { nullable: true, description: "Null changes nothing." })
  limits?: BatchLimitsInput | null;
}

/** The batch's own columns that can be sorted by, but for its description: nobody looks for a long text by its order. */
const ownOrderPaths = sortableBatchPaths.filter((path) => !path.includes(".") && path !== "description");
const orderPaths: readonly BatchPath[] = [...ownOrderPaths, "recipeType.name", "recipeType.version"];

/** By their names in GraphQL: RECIPE_TYPE_NAME for `recipeType.name`. */
export const BatchOrderFieldEnum: Readonly<Record<string, BatchPath>> = Object.fromEntries(
  orderPaths.map((path) => [path.replace(/[A-Z]|\./g, (sign) => `_${sign.replace(".", "")}`).toUpperCase(), path]),
);
registerEnumType(BatchOrderFieldEnum, { name: "BatchOrderField", description: "What a list of batches can be sorted by." });

export const OrderDirectionEnum = enumType(
  "OrderDirection",
  "Ascending, or descending. What is null is behind every value, and before it in the other direction.",
  ["ASC", "DESC"],
);

@InputType({ description: "What a list of batches is sorted by. Ties are broken by the id." })
export class BatchOrder {
  @Field(() => BatchOrderFieldEnum)
  field!: BatchPath;

  @Field(() => OrderDirectionEnum, { defaultValue: OrderDirectionEnum.ASC })
  direction!: "ASC" | "DESC";
}

@ArgsType()
export class BatchesArgs extends ConnectionArgs {
  @Field(() => BatchFilter, { nullable: true })
  filter?: BatchFilter | null;

  @Field(() => [BatchOrder], { nullable: true, description: "LAST_MODIFIED, ascending, where none is given." })
  orderBy?: BatchOrder[] | null;
}

/** The domain's input: its definition is the documented document, so that both doors are checked by the same rules. */
export function toDomainInput({ recipeTypeId, title, description, definition, limits, selection }: BatchInput): DomainInput {
  const { version, dateRange, jobNames, allJobs, priority } = definition;
  return {
    recipeTypeId: readId("RecipeType", recipeTypeId),
    title: title ?? null,
    description: description ?? null,
    definition: {
      version,
      ...(dateRange && { date_range: { type: dateRange.type, started: dateRange.started, ended: dateRange.ended } }),
      ...(jobNames && { job_names: jobNames }),
      ...(allJobs && { all_jobs: allJobs }),
      priority,
    },
    limits: limits ?? undefined,
    selection: selection ? toDomainSelection(selection) : undefined,
  };
}

const toDomainSelection = ({ recipeIds, failedInBatchId, order }: BatchSelectionInput): SelectionInput => ({
  recipeIds: recipeIds?.map((id) => readId("Recipe", id)),
  failedInBatchId: failedInBatchId ? readId("Batch", failedInBatchId) : undefined,
  order: order ?? undefined,
});

export function toDomainFilter(filter: BatchFilter | null | undefined): DomainFilter {
  const { id, status, recipeTypeId, recipeTypeName, started, ended, title, createdBy, workState } = filter ?? {};
  for (const [name, list] of Object.entries({ id, status, recipeTypeId, recipeTypeName, createdBy, workState }))
    checkListSize(["filter", name], list);
  if (typeof title === "string" && !isStorable(title)) return { statuses: [] };
  return {
    ...(id && { ids: id.flatMap((one) => readId("Batch", one) ?? []) }),
    ...(status && { statuses: status }),
    ...(recipeTypeId && { recipeTypeIds: recipeTypeId.flatMap((id) => readId("RecipeType", id) ?? []) }),
    ...(recipeTypeName && { recipeTypeNames: recipeTypeName.filter(isStorable) }),
    ...(started && { started }),
    ...(ended && { ended: parseBound(ended)?.last ?? ended }),
    ...(typeof title === "string" && { title }),
    ...(workState && { workStates: workState }),
    ...(createdBy && { createdBy: createdBy.filter(isStorable) }),
  };
}

/** A field that is named again is left out: however long the list, the statement stays short. */
export function toDomainOrder(orderBy: readonly BatchOrder[] | null | undefined): DomainOrder[] {
  const order = new Map<BatchPath, DomainOrder>();
  for (const { field, direction } of orderBy ?? []) {
    if (!order.has(field)) order.set(field, { field, descending: direction === "DESC" });
  }
  return [...order.values()];
}
