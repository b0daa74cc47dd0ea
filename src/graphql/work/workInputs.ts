import { GraphQLJSONObject } from "graphql-scalars";
import { Field, InputType, Int } from "type-graphql";
import { maxClaims, maxLeaseSeconds, maxRequestId, maxWaitSeconds, maxWorker, minLeaseSeconds } from "../../domain/execution/checkClaim.js";
import type { ClaimOrder } from "../../domain/execution/jobClaims.js";
import { type JobReport, maxReports } from "../../domain/execution/jobReports.js";
import { maxLogTail, maxMessage } from "../../domain/execution/reportTexts.js";

const lease = `How long an execution stays the worker's without a word from it, ${minLeaseSeconds} to ${maxLeaseSeconds} seconds.`;
const logTail = `The end of the log, for people. The last ${maxLogTail} characters are kept.`;

@InputType({ description: "A job type, by its name. Without a version: all of its versions." })
export class JobTypeKeyInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  version?: string | null;
}

@InputType({ description: "What a worker asks for." })
export class ClaimJobsInput {
  @Field(() => String, { description: `The worker's name, 1 to ${maxWorker} characters: for people, and to tell workers apart.` })
  worker!: string;

  @Field(() => [JobTypeKeyInput], {
    nullable: true,
    description: `The job types that the worker can run, at most ${maxClaims}. Empty or absent: every one.`,
  })
  jobTypes?: JobTypeKeyInput[] | null;

  @Field(() => Int, { defaultValue: 1, description: `The most jobs to take, 1 to ${maxClaims}.` })
  max!: number;

  @Field(() => Int, { defaultValue: 60, description: lease })
  leaseSeconds!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description: `How long to wait where there is no job, 0 to ${maxWaitSeconds} seconds. The answer comes as soon as there is one.`,
  })
  waitSeconds!: number;

  @Field(() => String, {
    nullable: true,
    description: `1 to ${maxRequestId} characters, made anew for each claim. Repeated with the same worker and requestId, a claim answers what it answered before, so that a lost answer loses nothing.`,
  })
  requestId?: string | null;
}

@InputType({ description: "The worker is still at it: its lease is renewed." })
export class HeartbeatInput {
  @Field(() => Int, { nullable: true, description: `${lease} Absent: as long as it was claimed for.` })
  leaseSeconds?: number | null;

  @Field(() => String, { nullable: true, description: logTail })
  logTail?: string | null;
}

@InputType({ description: "The job is done." })
export class CompletedInput {
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      "What came out of it: `{version, output_data: [{name, value | file_id | file_ids | file | files}]}`, by the names of the job type's interface.",
  })
  results?: object | null;

  @Field(() => Int, { nullable: true })
  exitCode?: number | null;

  @Field(() => String, { nullable: true, description: logTail })
  logTail?: string | null;
}

@InputType({ description: "The job has failed." })
export class FailedInput {
  @Field(() => String, {
    description: `The error's name, 1 to 50 characters, such as out-of-memory: the same name for the same kind of failure.`,
  })
  error!: string;

  @Field(() => String, { nullable: true, description: `What happened, for people. The first ${maxMessage} characters are kept.` })
  message?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: "False where another try would fail, too." })
  retryable!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "The least seconds until the next try, up to 7 days. Absent: about 5 after the first try, twice as many after each further one, up to 600.",
  })
  retryAfterSeconds?: number | null;

  @Field(() => Int, { nullable: true })
  exitCode?: number | null;

  @Field(() => String, { nullable: true, description: logTail })
  logTail?: string | null;
}

@InputType({ description: "The worker gives the job back untried. That does not count as a try." })
export class ReleasedInput {
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType({ description: "What a worker tells about an execution: exactly one of heartbeat, completed, failed and released." })
export class JobReportInput {
  @Field(() => String, { description: "From the claim." })
  token!: string;

  @Field(() => HeartbeatInput, { nullable: true })
  heartbeat?: HeartbeatInput | null;

  @Field(() => CompletedInput, { nullable: true })
  completed?: CompletedInput | null;

  @Field(() => FailedInput, { nullable: true })
  failed?: FailedInput | null;

  @Field(() => ReleasedInput, { nullable: true })
  released?: ReleasedInput | null;
}

@InputType({ description: "What a worker tells, and asks for." })
export class ReportJobsInput {
  @Field(() => [JobReportInput], { description: `At most ${maxReports}. Each is taken or refused by itself.` })
  reports!: JobReportInput[];

  @Field(() => ClaimJobsInput, {
    nullable: true,
    description: "A claim for when the reports are done. With waitSeconds, the answer to the reports waits, too.",
  })
  claim?: ClaimJobsInput | null;
}

export const toClaimOrder = ({ worker, jobTypes, max, leaseSeconds, requestId }: ClaimJobsInput): ClaimOrder => ({
  worker,
  jobTypes: jobTypes?.map(({ name, version }) => ({ name, version: version ?? null })) ?? null,
  max,
  leaseSeconds,
  requestId: requestId ?? null,
});

/** @returns null where the input has not exactly one of the four kinds */
export function toJobReport({ token, heartbeat, completed, failed, released }: JobReportInput): JobReport | null {
  const given = [heartbeat, completed, failed, released].filter((kind) => kind !== undefined && kind !== null);
  if (given.length !== 1) return null;
  if (heartbeat) return { token, kind: "heartbeat", leaseSeconds: heartbeat.leaseSeconds ?? null, logTail: heartbeat.logTail ?? null };
  if (released) return { token, kind: "released", reason: released.reason ?? null };
  const { exitCode = null, logTail = null } = (completed ?? failed) as CompletedInput | FailedInput;
  if (completed) return { token, kind: "completed", results: completed.results ?? null, exitCode, logTail };
  const { error, message = null, retryable, retryAfterSeconds = null } = failed as FailedInput;
  return { token, kind: "failed", error, message, retryable, retryAfterSeconds, exitCode, logTail };
}
