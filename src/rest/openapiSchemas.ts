import { dateRangeTypes } from "../domain/batch/batchDefinition.js";
import { jobStatuses } from "../domain/job/jobStatus.js";

/** A JSON schema, as OpenAPI 3.1 takes it: draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: "string" };
const boolean: Schema = { type: "boolean" };
const count: Schema = { type: "integer", minimum: 0 };
const json = (description: string): Schema => ({ type: "object", description });
const nullable = (type: "string" | "number", description?: string): Schema => ({
  type: [type, "null"],
  ...(description && { description }),
});

/** A reference to one of the schemas below. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** An object of an answer: every key is always there, and no other. */
const answer = (description: string, properties: Record<string, Schema>): Schema => ({
  type: "object",
  description,
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

const recipeTypeNames = { id: ref("Id"), name: string, version: string, title: nullable("string"), description: nullable("string") };
const event = { id: ref("Id"), type: { ...string, examples: ["USER"] }, rule: orNull(ref("Reference")), occurred: ref("Time") };
const jobStatus: Schema = { type: "string", enum: jobStatuses };
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
        ended: { type: "string", format: "date-time", description: "Inclusive, with a time zone." },
      },
    },
    job_names: { type: ["array", "null"], items: string, description: "Jobs to re-process even if they did not change." },
    all_jobs: { type: "boolean", default: false, description: "Re-process every job. Overrides job_names." },
    priority: { type: "integer", format: "int32", description: "The priority of the new jobs, instead of their types' own." },
  },
};

/** The shapes of what the REST door takes and gives. */
export const schemas: Record<string, Schema> = {
  Id: { type: "integer", format: "int32", minimum: 1, maximum: 2_147_483_647 },
  Time: {
    type: "string",
    format: "date-time",
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
    description: "ISO-8601, UTC, with milliseconds.",
    examples: ["2015-06-15T19:03:26.346Z"],
  },
  Reference: answer("An object that is only named.", { id: ref("Id") }),
  Error: answer("What is wrong.", { detail: { ...string, description: "For people." } }),
  RecipeTypeSummary: answer("A recipe type, in a list.", recipeTypeNames),
  RecipeType: answer("A recipe type.", {
    ...recipeTypeNames,
    is_active: boolean,
    definition: json("A recipe definition."),
    revision_num: { type: "integer", minimum: 1, description: "Counts the edits of the definition." },
    created: ref("Time"),
    last_modified: ref("Time"),
    archived: orNull(ref("Time")),
    trigger_rule: orNull(ref("Reference")),
  }),
  TriggerRule: answer("A rule that causes things.", {
    id: ref("Id"),
    type: string,
    name: string,
    is_active: boolean,
    configuration: json("What the rule looks for."),
  }),
  EventSummary: answer("Who or what caused a thing, in a list.", event),
  Event: answer("Who or what caused a thing.", {
    ...event,
    rule: orNull(ref("TriggerRule")),
    description: json('For a request, who sent it: `{"user": "Anonymous"}`.'),
  }),
  JobType: answer("A kind of work.", {
    id: ref("Id"),
    name: string,
    version: string,
    title: nullable("string"),
    description: nullable("string"),
    category: nullable("string"),
    author_name: nullable("string"),
    author_url: nullable("string"),
    is_system: boolean,
    is_long_running: boolean,
    is_active: boolean,
    is_operational: boolean,
    is_paused: boolean,
    icon_code: nullable("string"),
  }),
  CreatorJobSummary: answer("The job that creates all the recipes of a batch, in a list.", {
    id: ref("Id"),
    job_type: ref("JobType"),
    job_type_rev: ref("Reference"),
    event: ref("Reference"),
    error: orNull(ref("Reference")),
    status: jobStatus,
    priority: { type: "integer" },
    num_exes: { ...count, description: "How often it was started." },
  }),
  CreatorJob: answer("The job that creates all the recipes of a batch.", {
    id: ref("Id"),
    job_type: ref("JobType"),
    job_type_rev: answer("The numbered version of the job type's interface.", {
      id: ref("Id"),
      job_type: ref("Reference"),
      revision_num: { type: "integer", minimum: 1 },
    }),
    event: ref("EventSummary"),
    error: orNull(ref("Reference")),
    status: jobStatus,
    priority: { type: "integer" },
    num_exes: count,
    timeout: { type: "integer", description: "Seconds." },
    max_tries: { type: "integer" },
    cpus_required: nullable("number"),
    mem_required: nullable("number", "MiB, as the two that follow."),
    disk_in_required: nullable("number"),
    disk_out_required: nullable("number"),
    is_superseded: boolean,
    root_superseded_job: orNull(ref("Reference")),
    superseded_job: orNull(ref("Reference")),
    superseded_by_job: orNull(ref("Reference")),
    delete_superseded: boolean,
    created: ref("Time"),
    queued: orNull(ref("Time")),
    started: orNull(ref("Time")),
    ended: orNull(ref("Time")),
    last_status_change: orNull(ref("Time")),
    superseded: orNull(ref("Time")),
    last_modified: ref("Time"),
  }),
  BatchDefinition: definition,
  BatchSummary: answer("A batch, in a list.", {
    ...batchHead,
    recipe_type: ref("RecipeTypeSummary"),
    event: ref("EventSummary"),
    creator_job: orNull(ref("CreatorJobSummary")),
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
  BatchList: answer("A page of batches.", {
    count: { ...count, description: "The total number of results that match the query parameters." },
    next: { type: ["string", "null"], format: "uri", description: "A URL to the next page of results." },
    previous: { type: ["string", "null"], format: "uri", description: "A URL to the previous page of results." },
    results: { type: "array", items: ref("BatchSummary") },
  }),
  BatchInput: {
    type: "object",
    required: ["recipe_type_id", "definition"],
    properties: {
      recipe_type_id: {
        oneOf: [{ type: "integer" }, { type: "string", pattern: "^\\d+$" }],
        description: "The id of the recipe type to which the batch applies. It may come as a string of digits.",
      },
      title: { type: ["string", "null"], maxLength: 50, description: "The human-readable name of the batch." },
      description: { type: ["string", "null"], description: "An optional description of the batch." },
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
    warnings: {
      type: "array",
      items: answer("Something odd about a batch that may be created all the same.", {
        id: { ...string, description: "For programs.", examples: ["NO_RECIPES", "UNKNOWN_JOB_NAME"] },
        details: { ...string, description: "For people." },
      }),
    },
  }),
};
