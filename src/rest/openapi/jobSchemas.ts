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

const jobTypeRevision = { id: ref("Id"), job_type: ref("Reference"), revision_num: revision };
const revisionText = "The numbered version of the job type's interface.";

const job = {
  ...summary,
  job_type_rev: answer(revisionText, jobTypeRevision),
  event: ref("EventSummary"),
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
};

const error = answer("What a job failed with.", {
  id: ref("Id"),
  name: string,
  title: nullable("string"),
  description: nullable("string"),
  category: string,
  is_builtin: boolean,
  created: ref("Time"),
  last_modified: ref("Time"),
});

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
  CreatorJobSummary: answer("The job that creates all the recipes of a batch, in a list.", summary),
  CreatorJob: answer("The job that creates all the recipes of a batch.", job),
  Job: answer("One run of a job type.", {
    ...job,
    job_type_rev: answer(revisionText, {
      ...jobTypeRevision,
      interface: json("Its inputs and outputs, and its command."),
      created: ref("Time"),
    }),
    event: ref("Event"),
    error: orNull(error),
    data: json("What goes into the job."),
    results: json("What came out of it."),
    recipes: { ...listOf(recipe), description: "The first is the one that the job was made for; those that superseded it kept the job." },
  }),
};
