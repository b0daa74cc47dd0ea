import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { type JobExecutionRow, type JobExecutionStatus, jobExecutionStatuses } from "../../domain/execution/findJobExecutions.js";
import { Leaf, References } from "../execution/reference.js";
import { DateTime, enumOf } from "../scalars.js";
import { JobError } from "./JobError.js";

const JobExecutionStatusEnum = enumOf(jobExecutionStatuses);
registerEnumType(JobExecutionStatusEnum, {
  name: "JobExecutionStatus",
  description: "What an execution is doing, or how it has ended.",
  valuesConfig: {
    RUNNING: { description: "A worker has it in hand." },
    COMPLETED: { description: "The job is done." },
    FAILED: { description: "The worker has reported an error, or it ran for longer than its job's timeout." },
    CANCELED: { description: "Its job or its batch was canceled while it ran." },
    LOST: { description: "Its worker let the lease run out." },
    RELEASED: { description: "Its worker has given it back untried. That does not count as a try." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One attempt at a job." })
export class JobExecution {
  declare readonly row: JobExecutionRow;

  @Leaf(() => Int, { description: "The number of the execution among those of the job, from 1." })
  attempt!: number;

  @Leaf(() => JobExecutionStatusEnum)
  status!: JobExecutionStatus;

  @Leaf(() => String, { description: "The name of the worker that claimed it." })
  worker!: string;

  @Leaf(() => DateTime)
  claimed!: string;

  @Leaf(() => DateTime, { nullable: true, description: "Until when it is its worker's, without a further heartbeat." })
  leaseExpires!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  ended!: string | null;

  @Field(() => JobError, { nullable: true })
  @References("jobError", "errorId")
  error!: JobError | null;

  @Leaf(() => String, { nullable: true, description: "What happened, in the worker's words." })
  message!: string | null;

  @Leaf(() => Int, { nullable: true })
  exitCode!: number | null;

  @Leaf(() => String, { nullable: true, description: "The end of its log." })
  logTail!: string | null;
}
