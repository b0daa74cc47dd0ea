import type { Job, JobError, JobType, JobTypeSummary } from "../domain/job/findJobs.js";
import { eventSummaryFields } from "./eventJson.js";
import { type AsRead, reference, time } from "./json.js";

type JobRow = AsRead<Omit<Job, "data" | "configuration" | "results" | "jobTypeId" | "eventId">>;

type JobSummary = Pick<Job, "id" | "jobTypeRevId" | "eventId" | "errorId" | "status" | "priority" | "numExes">;

/** What of other rows a job shows. */
interface JobRelations {
  readonly jobType: AsRead<JobTypeSummary>;
  readonly revisionNum: number | null;
  readonly event: Parameters<typeof eventSummaryFields>[0];
  readonly supersededByJobId: number | null;
}

/** The 14 documented fields of a job type. */
export const jobTypeFields = (jobType: AsRead<JobTypeSummary>) => ({
  id: jobType.id,
  name: jobType.name,
  version: jobType.version,
  title: jobType.title,
  description: jobType.description,
  category: jobType.category,
  author_name: jobType.authorName,
  author_url: jobType.authorUrl,
  is_system: jobType.isSystem,
  is_long_running: jobType.isLongRunning,
  is_active: jobType.isActive,
  is_operational: jobType.isOperational,
  is_paused: jobType.isPaused,
  icon_code: jobType.iconCode,
});

/** A job type in full, but for its interface. */
export const wholeJobTypeFields = (jobType: Omit<JobType, "interface">) => ({
  ...jobTypeFields(jobType),
  revision_num: jobType.revisionNum,
  priority: jobType.priority,
  timeout: jobType.timeout,
  max_tries: jobType.maxTries,
  cpus_required: jobType.cpusRequired,
  mem_required: jobType.memRequired,
  disk_out_const_required: jobType.diskOutConstRequired,
  disk_out_mult_required: jobType.diskOutMultRequired,
  created: time(jobType.created),
  archived: time(jobType.archived),
  paused: time(jobType.paused),
  last_modified: time(jobType.lastModified),
});

/** What a job failed with. */
export const errorFields = (error: AsRead<Omit<JobError, "created" | "lastModified">>) => ({
  id: error.id,
  name: error.name,
  title: error.title,
  description: error.description,
  category: error.category,
  is_builtin: error.isBuiltin,
});

/** A job where it is not the matter. */
export const jobSummaryFields = (job: AsRead<JobSummary>, jobType: AsRead<JobTypeSummary>) => ({
  id: job.id,
  job_type: jobTypeFields(jobType),
  job_type_rev: reference(job.jobTypeRevId),
  event: reference(job.eventId),
  error: reference(job.errorId),
  status: job.status,
  priority: job.priority,
  num_exes: job.numExes,
});

/** A job, in the details of its batch and in its own. */
export const jobFields = (job: JobRow, { jobType, revisionNum, event, supersededByJobId }: JobRelations) => ({
  id: job.id,
  job_type: jobTypeFields(jobType),
  job_type_rev: { id: job.jobTypeRevId, job_type: reference(jobType.id), revision_num: revisionNum },
  event: eventSummaryFields(event),
  error: reference(job.errorId),
  status: job.status,
  priority: job.priority,
  num_exes: job.numExes,
  timeout: job.timeout,
  max_tries: job.maxTries,
  cpus_required: job.cpusRequired,
  mem_required: job.memRequired,
  disk_in_required: job.diskInRequired,
  disk_out_required: job.diskOutRequired,
  is_superseded: job.isSuperseded,
  root_superseded_job: reference(job.rootSupersededJobId),
  superseded_job: reference(job.supersededJobId),
  superseded_by_job: reference(supersededByJobId),
  delete_superseded: job.deleteSuperseded,
  created: time(job.created),
  queued: time(job.queued),
  started: time(job.started),
  ended: time(job.ended),
  last_status_change: time(job.lastStatusChange),
  superseded: time(job.superseded),
  last_modified: time(job.lastModified),
});
