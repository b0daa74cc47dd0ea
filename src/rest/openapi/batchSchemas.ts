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

const definition: Schema = {
  type: "object",
  description: "The criteria for building a batch of recipes: a batch definition, version 1.0.",
  additionalProperties: false,
  properties: {
    version: { type: "string", const: "1.0", default: "1.0" },
    date_range: {
      type: "object",
      additionalProperties: false,
      anyOf: [{ required: ["started"] }, { required: ["ended"] }],
      properties: {
        type: {
          type: "string",
          enum: dateRangeTypes,
          default: "created",
          description: "What the range is about: when a recipe was created, or the data times of its input files.",
        },
        started: { type: "string", format: "date-time", description: "Inclusive, with a time zone." },
        ended: { type: "string", format: "date-time", description: `Inclusive, with a time zone. ${upperBound}` },
      },
    },
    job_names: {
      type: ["array", "null"],
      items: { ...string, maxLength: maxJobName },
      maxItems: maxJobNames,
      description: "Jobs to re-process even if they did not change.",
    },
    all_jobs: { type: "boolean", default: false, description: "Re-process every job. Overrides job_names." },
    priority: {
      type: "integer",
      format: "int32",
      minimum: -2_147_483_647,
      description: "The priority of the new jobs, instead of their types' own.",
    },
  },
};

export const batchSchemas: Readonly<Record<string, Schema>> = {
  BatchDefinition: definition,
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
        oneOf: [{ type: "integer" }, { type: "string", pattern: "^\\d+$" }],
        description: "The id of the recipe type to which the batch applies. It may come as a string of digits.",
      },
      title: { type: ["string", "null"], maxLength: maxTitle, description: "The human-readable name of the batch." },
      description: { type: ["string", "null"], maxLength: maxDescription, description: "An optional description of the batch." },
      definition: ref("BatchDefinition"),
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
