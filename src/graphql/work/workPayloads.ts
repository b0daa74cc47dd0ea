import { GraphQLJSONObject } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { maxClaims } from "../../domain/execution/checkClaim.js";
import type { JobClaim as ClaimRow } from "../../domain/execution/jobClaims.js";
import { maxReports } from "../../domain/execution/jobReports.js";
import { ListSize } from "../costOf.js";
import { Job } from "../job/Job.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";
import { Payload, UserError } from "../userError.js";

@ObjectType({ simpleResolvers: true, description: "A job that was handed to a worker: one execution of it." })
@RowFields({
  token: leaf(String, { description: "By it the worker reports. It is secret: whoever has it can report." }),
  job: reference(() => Job, "job", "jobId", { isThere: true }),
  attempt: leaf(Int, { description: "The number of this execution among those of the job, from 1." }),
  data: leaf(GraphQLJSONObject, {
    description:
      "The job's input, as it was put together when it was queued: `{version, input_data: [{name, value | file_id | file_ids}], workspace_id}`.",
  }),
  leaseExpires: leaf(DateTime, { description: "Until when the execution is the worker's, if it sends no heartbeat." }),
  timesOut: leaf(DateTime, { description: "When the execution fails, whatever heartbeats say: the job's timeout after the claim." }),
})
export class JobClaim {
  declare readonly row: ClaimRow;
}

@ObjectType({ simpleResolvers: true, description: "The jobs that were handed out; none where there was none in time." })
export class ClaimJobsPayload extends Payload {
  @Field(() => [JobClaim])
  @ListSize(maxClaims)
  claims!: object[];
}

/** An outcome as its fields are read. */
export interface OutcomeSource {
  readonly token: string;
  readonly accepted: boolean;
  readonly error: UserError | null;
  readonly jobId: number | null;
  readonly leaseExpires: string | null;
  readonly shouldStop: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The answer to one report." })
@RowFields({
  token: leaf(String),
  accepted: leaf(Boolean),
  job: reference(() => Job, "job", "jobId", {
    isThere: true,
    nullable: true,
    description: "Null where the token is not that of any execution.",
  }),
  leaseExpires: leaf(DateTime, { nullable: true, description: "Null where the execution has ended." }),
  shouldStop: leaf(String, {
    nullable: true,
    description: "Why the worker should stop; null where it should not. A completion that comes all the same is recorded.",
  }),
})
export class JobReportOutcome {
  declare readonly row: OutcomeSource;

  @Field(() => UserError, {
    nullable: true,
    description:
      "Null where the report was accepted. STALE_EXECUTION: the execution is no longer the job's current one, so nothing was changed.",
  })
  error!: UserError | null;
}

@ObjectType({ simpleResolvers: true, description: "What became of the reports, and the jobs that were handed out." })
export class ReportJobsPayload {
  @Field(() => [JobReportOutcome], { description: "One for each report, in their order; none where there were too many." })
  @ListSize(maxReports)
  outcomes!: OutcomeSource[];

  @Field(() => [JobClaim])
  @ListSize(maxClaims)
  claims!: object[];

  @Field(() => [UserError], {
    description: "What is wrong with the claim (the reports were taken up all the same), or that there were too many reports.",
  })
  errors!: UserError[];
}
