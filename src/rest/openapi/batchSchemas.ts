import { dateRangeTypes, maxJobName, maxJobNames } from "../../domain/batch/batchDefinition.js";
import { maxDescription, maxTitle } from "../../domain/textLimits.js";
import { upperBound } from "./parameters.js";
import { answer, count, nullable, orNull, pageOf, ref, type Schema, string } from "./schema.js";

const batchHead = {
  id: { ...ref("Id"), description: "The unique identifier of the batch. Can be passed to the details." },
  title: nullable("string", "The human readable display name."),
  description: nullable("string", "A longer description."),
  status: {
    type: "string",
    enum: ["SUBMITTED", "CREATED"],
    description: "CREATED once every matched recipe was re-processed or has failed.",
  },
} satisfies Record<string, Schema>;
const batchTail = {
  created_count: { ...count, description: "The number of recipes created by this batch." },
  failed_count: { ...count, description: "The number of recipes that could not be re-processed." },
  total_count: { ...count, description: "The number of recipes that the batch matched." },
  created: ref("Time"),
  last_modified: ref("Time"),
} satisfies Record<string, Schema>;

const jobNames: Schema = {
  type: ["array", "null"],
  items: { ...string, maxLength: maxJobName },
  maxItems: maxJobNames,
  description: "Jobs to re-process even if they did not change.",
};
const allJobs = "Re-process every job. Overrides job_names.";
const priority: Schema = {
  format: "int32",
  minimum: -2_147_483_647,
  description: "The priority of the new jobs, instead of their types' own.",
};

/**
 * A range with `started`, or one with `ended`. Each is described in full: generators of clients do not join a list of required keys with
 * the rest.
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

const definition: Schema = {
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
};

const definitionInput: Schema = {
  type: "object",
  description: "The criteria for building a batch of recipes: a batch definition, version 1.0. What is null counts as absent.",
  additionalProperties: false,
  properties: {
    version: { type: ["string", "null"], enum: ["1.0", null], description: "1.0 where it is absent." },
    date_range: orNull(dateRange({ type: ["string", "null"], enum: [...dateRangeTypes, null] }, [], ["string", "null"])),
    job_names: jobNames,
    all_jobs: { type: ["boolean", "null"], description: `${allJobs} False where it is absent.` },
    priority: { ...priority, type: ["integer", "null"] },
  },
};

export const batchSchemas: Readonly<Record<string, Schema>> = {
  BatchDefinition: definition,
  BatchDefinitionInput: definitionInput,
  BatchSummary: answer("A batch, in a list.", {
    ...batchHead,
    recipe_type: ref("RecipeTypeSummary"),
    event: ref("EventSummary"),
    creator_job: orNull(ref("JobSummary")),
    ...batchTail,
  }),
  Batch: answer("A request to re-process many existing recipes of one recipe type.", {
    ...batchHead,
    recipe_type: ref("RecipeType"),
    event: ref("Event"),
    creator_job: orNull(ref("CreatorJob")),
    definition: ref("BatchDefinition"),
    ...batchTail,
  }),
  BatchList: pageOf("batches", ref("BatchSummary")),
  BatchInput: {
    type: "object",
    required: ["recipe_type_id", "definition"],
    properties: {
      recipe_type_id: {
        oneOf: [{ type: "integer" }, { type: "string", pattern: "^\\s*[+-]?\\d+\\s*$" }],
        description: "The id of the recipe type to which the batch applies. It may come as a string.",
      },
      title: {
        type: ["string", "number", "null"],
        maxLength: maxTitle,
        description: "The human-readable name of the batch. A number is kept as text.",
      },
      description: {
        type: ["string", "number", "null"],
        maxLength: maxDescription,
        description: "An optional description of the batch. A number is kept as text.",
      },
      definition: ref("BatchDefinitionInput"),
    },
    examples: [
      {
        recipe_type_id: 1,
        title: "My Batch",
        description: "My batch of recipes",
        definition: {
          version: "1.0",
          date_range: { started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00.000Z" },
          all_jobs: true,
        },
      },
    ],
  },
  BatchValidation: answer("What a batch would do.", {
    recipe_count: { ...count, description: "The number of recipes that the batch would match now." },
    file_count: { ...count, description: "The number of their input files. One that several recipes have counts once." },
    warnings: {
      type: "array",
      items: answer("Something odd about a batch that may be created all the same.", {
        id: { ...string, description: "For programs.", examples: ["NO_RECIPES", "UNKNOWN_JOB_NAME"] },
        details: { ...string, description: "For people." },
      }),
    },
  }),
};
