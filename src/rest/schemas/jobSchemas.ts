import { Type } from "typebox";
import { jobExecutionStatuses, maxExecutions } from "../../domain/execution/findJobExecutions.js";
import { jobStatuses } from "../../domain/job/jobStatus.js";
import { Event, EventSummary, Id, JobType, jobTypeProperties, Reference, Time } from "./commonSchemas.js";
import { RecipeTypeSummary } from "./recipeTypeSchemas.js";
import {
  answer,
  boolean,
  count,
  described,
  json,
  named,
  nullableNumber,
  nullableString,
  oneOf,
  orNull,
  revision,
  string,
} from "./schema.js";

const integer = Type.Integer();
const number = Type.Number();
const seconds = described(integer, "Seconds.");

const summary = {
  id: Id,
  job_type: JobType,
  job_type_rev: Reference,
  event: Reference,
  error: orNull(Reference),
  status: oneOf(jobStatuses),
  priority: integer,
  num_exes: described(count, "How often it was started."),
};

export const JobSummary = named("JobSummary", answer("One run of a job type, where it is not the matter.", summary));

const jobTypeRevision = { id: Id, job_type: Reference, revision_num: revision };
const revisionText = "The numbered version of the job type's interface.";

const errorProperties = {
  id: Id,
  name: string,
  title: nullableString,
  description: nullableString,
  category: string,
  is_builtin: boolean,
};

export const JobError = named("JobError", answer("What a job failed with.", errorProperties));

const job = {
  ...summary,
  job_type_rev: answer(revisionText, jobTypeRevision),
  event: EventSummary,
  timeout: seconds,
  max_tries: integer,
  cpus_required: nullableNumber,
  mem_required: described(nullableNumber, "MiB, as the two that follow."),
  disk_in_required: nullableNumber,
  disk_out_required: nullableNumber,
  is_superseded: boolean,
  root_superseded_job: orNull(Reference),
  superseded_job: orNull(Reference),
  superseded_by_job: orNull(Reference),
  delete_superseded: boolean,
  created: Time,
  queued: orNull(Time),
  started: orNull(Time),
  ended: orNull(Time),
  last_status_change: orNull(Time),
  superseded: orNull(Time),
  last_modified: Time,
};

export const CreatorJob = named(
  "CreatorJob",
  answer("The job that creates all the recipes of a batch.", { ...job, error: orNull(JobError) }),
);

const wholeJobType = {
  ...jobTypeProperties,
  revision_num: described(revision, "Counts the edits of the interface."),
  priority: integer,
  timeout: seconds,
  max_tries: integer,
  cpus_required: number,
  mem_required: described(number, "MiB, as the two that follow."),
  disk_out_const_required: number,
  disk_out_mult_required: number,
  created: Time,
  archived: orNull(Time),
  paused: orNull(Time),
  last_modified: Time,
};

const recipe = answer("A recipe that the job belongs to.", {
  id: Id,
  recipe_type: RecipeTypeSummary,
  recipe_type_rev: answer("The numbered definition that the recipe follows.", {
    id: Id,
    recipe_type: Reference,
    revision_num: revision,
  }),
  event: EventSummary,
  is_superseded: boolean,
  root_superseded_recipe: orNull(Reference),
  superseded_recipe: orNull(Reference),
  superseded_by_recipe: orNull(Reference),
  created: Time,
  completed: orNull(Time),
  superseded: orNull(Time),
  last_modified: Time,
});

const anyInteger = Type.Integer({ minimum: 1 });

export const JobExecution = named(
  "JobExecution",
  answer("One attempt at a job.", {
    id: anyInteger,
    job: Reference,
    exe_num: described(revision, "The number of the execution among those of the job, from 1."),
    status: oneOf(jobExecutionStatuses),
    worker: described(string, "The name of the worker that claimed it."),
    timeout: seconds,
    job_exit_code: orNull(integer),
    error: orNull(Reference),
    message: described(nullableString, "What happened, in the worker's words."),
    log_tail: described(nullableString, "The end of its log."),
    created: Time,
    started: Time,
    ended: orNull(Time),
    lease_expires: described(Time, "Until when it is its worker's, without a further heartbeat."),
  }),
);

export const File = answer("A file that goes into a job, or came out of one.", {
  id: anyInteger,
  file_name: string,
  media_type: string,
  file_size: described(count, "Bytes."),
  url: described(nullableString, "Where workers find it."),
  data_started: orNull(Time),
  data_ended: orNull(Time),
  created: Time,
  last_modified: Time,
});

const namedValue = (what: string) =>
  answer(`An ${what} that the job type's interface names.`, {
    name: string,
    type: oneOf(["property", "file", "files"]),
    value: Type.Unsafe<unknown>({
      description: `A property's value; for a file, an object with ${Object.keys(File.properties).join(", ")}; for files, a list of such objects; null where there is none.`,
    }),
  });

export const Job = named(
  "Job",
  answer("One run of a job type.", {
    ...job,
    job_type_rev: answer(revisionText, {
      ...jobTypeRevision,
      interface: json("Its inputs and outputs, and its command."),
      created: Time,
    }),
    event: Event,
    job_type: answer("A kind of work, with what it needs to run.", wholeJobType),
    error: orNull(answer("What the job failed with.", { ...errorProperties, created: Time, last_modified: Time })),
    root_superseded_job: orNull(JobSummary),
    superseded_job: orNull(JobSummary),
    superseded_by_job: orNull(JobSummary),
    data: json("What goes into the job."),
    results: json("What came out of it."),
    recipes: Type.Array(recipe, {
      description: "The first is the one that the job was made for; those that superseded it kept the job.",
    }),
    job_exes: Type.Array(JobExecution, { description: `The attempts at the job, the latest ${maxExecutions} of them, oldest first.` }),
    inputs: Type.Array(namedValue("input")),
    outputs: Type.Array(namedValue("output")),
  }),
);
