import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Job as Source } from "../../domain/job/findJobs.js";
import { type Context, existing } from "../context.js";
import { readId } from "../globalId.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { Job, JobError, JobTypeRevision } from "./Job.js";
import { JobType } from "./JobType.js";

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true, description: "One job by global id or integer id. Null where there is none." })
  job(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const jobId = readId("Job", id);
    return jobId === null ? null : load.job.load(jobId);
  }

  @FieldResolver(() => JobType)
  jobType(@Root() job: Source, @Ctx() { load }: Context) {
    return existing(load.jobType.load(job.jobTypeId));
  }

  @FieldResolver(() => JobTypeRevision)
  jobTypeRevision(@Root() job: Source, @Ctx() { load }: Context) {
    return existing(load.jobTypeRevision.load(job.jobTypeRevId));
  }

  @FieldResolver(() => TriggerEvent)
  event(@Root() job: Source, @Ctx() { load }: Context) {
    return existing(load.event.load(job.eventId));
  }

  @FieldResolver(() => JobError, { nullable: true })
  error(@Root() job: Source, @Ctx() { load }: Context) {
    return job.errorId === null ? null : load.jobError.load(job.errorId);
  }

  @FieldResolver(() => Job, { nullable: true, description: "The job that this one replaces." })
  supersededJob(@Root() job: Source, @Ctx() { load }: Context) {
    return job.supersededJobId === null ? null : load.job.load(job.supersededJobId);
  }

  @FieldResolver(() => Job, { nullable: true, description: "The first of the chain; null on the first." })
  rootSupersededJob(@Root() job: Source, @Ctx() { load }: Context) {
    return job.rootSupersededJobId === null ? null : load.job.load(job.rootSupersededJobId);
  }
}
