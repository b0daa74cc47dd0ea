import { Type } from "typebox";
import { dateRangeTypes, maxJobName, maxJobNames } from "../../domain/batch/batchDefinition.js";
import { maxInt } from "../../domain/storable.js";
import { upperBound } from "../timeBound.js";
import { Event, EventSummary, Id, Time } from "./commonSchemas.js";
import { CreatorJob, JobSummary } from "./jobSchemas.js";
import { RecipeType, RecipeTypeSummary } from "./recipeTypeSchemas.js";
import { answer, count, described, named, nullableString, oneOf, orNull, pageOf, string } from "./schema.js";

/** A JSON schema whose values the compiler does not look at. */
type Schema = Readonly<Record<string, unknown>>;

const batchHead = {
  id: described(Id, "The unique identifier of the batch. Can be passed to the details."),
  title: described(nullableString, "The human readable display name."),
  description: described(nullableString, "A longer description."),
  status: described(oneOf(["SUBMITTED", "CREATED"]), "CREATED once every matched recipe was re-processed or has failed."),
};
const batchTail = {
  created_count: described(count, "The number of recipes created by this batch."),
  failed_count: described(count, "The number of recipes that could not be re-processed."),
  total_count: described(count, "The number of recipes that the batch matched."),
  created: Time,
  last_modified: Time,
};

const jobNames: Schema = {
  type: ["array", "null"],
  items: { type: "string", maxLength: maxJobName },
  maxItems: maxJobNames,
  description: "Jobs to re-process even if they did not change.",
};
const allJobs = "Re-process every job. Overrides job_names.";
const priority: Schema = {
  format: "int32",
  minimum: -maxInt,
  description: "The priority of the new jobs, instead of their types' own.",
};

/**
 * A range with `started`, or one with `ended`. Each is described in full: generators of clients do not join a list of required keys with
 * the rest of a schema.
 * @param open the type of a bound that is not there
 */
function dateRange(type: Schema, required: readonly string[], open: string | readonly string[]): Schema {
  const properties = {
    type: { ...type, description: "What the range is about: when a recipe was created, or the data times of its input files." },
    started: { type: open, format: "date-time", description: "Inclusive, with a time zone." },
    ended: { type: open, format: "date-time", description: `Inclusive, with a time zone. ${upperBound}` },
  };
  const range = (bound: "started" | "ended"): Schema => ({
    type: "object",
    required: [...required, bound],
    additionalProperties: false,
    properties: { ...properties, [bound]: { ...properties[bound], type: "string" } },
  });
  return { anyOf: [range("started"), range("ended")] };
}

const BatchDefinition = named(
  "BatchDefinition",
  Type.Unsafe<unknown>({
    type: "object",
    description: "The criteria for building a batch of recipes, as they were sent, with the version and the range's type filled in.",
    required: ["version"],
    additionalProperties: false,
    properties: {
      version: { type: "string", const: "1.0" },
      date_range: dateRange({ type: "string", enum: dateRangeTypes }, ["type"], "string"),
      job_names: jobNames,
      all_jobs: { type: "boolean", description: allJobs },
      priority: { ...priority, type: "integer" },
    },
  }),
);

export const BatchDefinitionInput = named(
  "BatchDefinitionInput",
  Type.Unsafe<unknown>({
    type: "object",
    description: "The criteria for building a batch of recipes: a batch definition, version 1.0. What is null counts as absent.",
    additionalProperties: false,
    properties: {
      version: { type: ["string", "null"], enum: ["1.0", null], description: "1.0 where it is absent." },
      date_range: {
        anyOf: [dateRange({ type: ["string", "null"], enum: [...dateRangeTypes, null] }, [], ["string", "null"]), { type: "null" }],
      },
      job_names: jobNames,
      all_jobs: { type: ["boolean", "null"], description: `${allJobs} False where it is absent.` },
      priority: { ...priority, type: ["integer", "null"] },
    },
  }),
);

export const BatchSummary = named(
  "BatchSummary",
  answer("A batch, in a list.", {
    ...batchHead,
    recipe_type: RecipeTypeSummary,
    event: EventSummary,
    creator_job: orNull(JobSummary),
    ...batchTail,
  }),
);

export const Batch = named(
  "Batch",
  answer("A request to re-process many existing recipes of one recipe type.", {
    ...batchHead,
    recipe_type: RecipeType,
    event: Event,
    creator_job: orNull(CreatorJob),
    definition: BatchDefinition,
    ...batchTail,
  }),
);

export const BatchList = named("BatchList", pageOf("batches", BatchSummary));

export const BatchValidation = named(
  "BatchValidation",
  answer("What a batch would do.", {
    recipe_count: described(count, "The number of recipes that the batch would match now."),
    file_count: described(count, "The number of their input files. One that several recipes have counts once."),
    warnings: Type.Array(
      answer("Something odd about a batch that may be created all the same.", {
        id: Type.String({ description: "For programs.", examples: ["NO_RECIPES", "UNKNOWN_JOB_NAME"] }),
        details: described(string, "For people."),
      }),
    ),
  }),
);
