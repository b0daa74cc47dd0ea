import { Int, ObjectType } from "type-graphql";
import { type JobExecutionRow, jobExecutionStatuses } from "../../domain/execution/findJobExecutions.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";
import { JobError } from "./JobError.js";

const JobExecutionStatusEnum = enumType("JobExecutionStatus", "What an execution is doing, or how it has ended.", jobExecutionStatuses, {
  RUNNING: "A worker has it in hand.",
  COMPLETED: "The job is done.",
  FAILED: "The worker has reported an error, or it ran for longer than its job's timeout.",
  CANCELED: "Its job or its batch was canceled while it ran.",
  LOST: "Its worker let the lease run out.",
  RELEASED: "Its worker has given it back untried. That does not count as a try.",
});

@ObjectType({ simpleResolvers: true, description: "One attempt at a job." })
@RowFields({
  attempt: leaf(Int, { description: "The number of the execution among those of the job, from 1." }),
  status: leaf(JobExecutionStatusEnum),
  worker: leaf(String, { description: "The name of the worker that claimed it." }),
  claimed: leaf(DateTime),
  leaseExpires: leaf(DateTime, { nullable: true, description: "Until when it is its worker's, without a further heartbeat." }),
  ended: leaf(DateTime, { nullable: true }),
  error: reference(() => JobError, "jobError", "errorId", { nullable: true }),
  message: leaf(String, { nullable: true, description: "What happened, in the worker's words." }),
  exitCode: leaf(Int, { nullable: true }),
  logTail: leaf(String, { nullable: true, description: "The end of its log." }),
})
export class JobExecution {
  declare readonly row: JobExecutionRow;
}
