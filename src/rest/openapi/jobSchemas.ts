import { jobStatuses } from "../../domain/job/jobStatus.js";
import { answer, boolean, count, json, listOf, nullable, orNull, ref, revision, type Schema, string } from "./schema.js";

export const jobTypeProperties = {
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
};

const summary = {
  id: ref("Id"),
  job_type: ref("JobType"),
  job_type_rev: ref("Reference"),
  event: ref("Reference"),
  error: orNull(ref("Reference")),
  status: { type: "string", enum: jobStatuses },
  priority: { type: "integer" },
  num_exes: { ...count, description: "How often it was started." },
};

const seconds: Schema = { type: "integer", description: "Seconds." };
const jobTypeRevision = { id: ref("Id"), job_type: ref("Reference"), revision_num: revision };
const revisionText = "The numbered version of the job type's interface.";

const errorFields = {
  id: ref("Id"),
  name: string,
  title: nullable("string"),
  description: nullable("string"),
  category: string,
  is_builtin: boolean,
};

const job = {
  ...summary,
  job_type_rev: answer(revisionText, jobTypeRevision),
  event: ref("EventSummary"),
  timeout: seconds,
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
};

const wholeJobType = {
  ...jobTypeProperties,
  revision_num: { ...revision, description: "Counts the edits of the interface." },
  priority: { type: "integer" },
  timeout: seconds,
  max_tries: { type: "integer" },
  cpus_required: { type: "number" },
  mem_required: { type: "number", description: "MiB, as the two that follow." },
  disk_out_const_required: { type: "number" },
  disk_out_mult_required: { type: "number" },
  created: ref("Time"),
  archived: orNull(ref("Time")),
  paused: orNull(ref("Time")),
  last_modified: ref("Time"),
};

const recipe = answer("A recipe that the job belongs to.", {
  id: ref("Id"),
  recipe_type: ref("RecipeTypeSummary"),
  recipe_type_rev: answer("The numbered definition that the recipe follows.", {
    id: ref("Id"),
    recipe_type: ref("Reference"),
    revision_num: revision,
  }),
  event: ref("EventSummary"),
  is_superseded: boolean,
  root_superseded_recipe: orNull(ref("Reference")),
  superseded_recipe: orNull(ref("Reference")),
  superseded_by_recipe: orNull(ref("Reference")),
  created: ref("Time"),
  completed: orNull(ref("Time")),
  superseded: orNull(ref("Time")),
  last_modified: ref("Time"),
});

export const jobSchemas: Readonly<Record<string, Schema>> = {
  JobType: answer("A kind of work.", jobTypeProperties),
  JobSummary: answer("One run of a job type, where it is not the matter.", summary),
  CreatorJob: answer("The job that creates all the recipes of a batch.", { ...job, error: orNull(ref("JobError")) }),
  JobError: answer("What a job failed with.", errorFields),
  Job: answer("One run of a job type.", {
    ...job,
    job_type_rev: answer(revisionText, {
      ...jobTypeRevision,
      interface: json("Its inputs and outputs, and its command."),
      created: ref("Time"),
    }),
    event: ref("Event"),
    job_type: answer("A kind of work, with what it needs to run.", wholeJobType),
    error: orNull(answer("What the job failed with.", { ...errorFields, created: ref("Time"), last_modified: ref("Time") })),
    root_superseded_job: orNull(ref("JobSummary")),
    superseded_job: orNull(ref("JobSummary")),
    superseded_by_job: orNull(ref("JobSummary")),
    data: json("What goes into the job."),
    results: json("What came out of it."),
    recipes: { ...listOf(recipe), description: "The first is the one that the job was made for; those that superseded it kept the job." },
  }),
};
