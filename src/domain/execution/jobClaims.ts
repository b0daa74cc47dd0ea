/** A job type as a worker names it. Without a version: all of its versions. */
export interface JobTypeChoice {
  readonly name: string;
  readonly version: string | null;
}

/** What a worker asks for. */
export interface ClaimOrder {
  /** The worker's name: for people, and to tell workers apart. */
  readonly worker: string;
  /** Null or empty: of every job type. */
  readonly jobTypes: readonly JobTypeChoice[] | null;
  /** The most jobs to take, 1 to 1000. */
  readonly max: number;
  /** How long an execution stays the worker's without a word from it, 5 to 3600. */
  readonly leaseSeconds: number;
  /** Repeated with the same worker and requestId, a claim answers what it answered before. */
  readonly requestId: string | null;
}

/** A job that was handed to a worker. Times are PostgreSQL's texts. */
export interface JobClaim {
  /** With it, the worker reports. */
  readonly token: string;
  readonly jobId: number;
  /** The number of this execution among those of the job, from 1. */
  readonly attempt: number;
  /** The job's input: `{version, input_data: [{name, value | file_id | file_ids}], workspace_id}`. */
  readonly data: unknown;
  readonly leaseExpires: string;
  readonly timesOut: string;
}
