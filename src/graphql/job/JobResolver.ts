import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Job as Source } from "../../domain/job/findJobs.js";
import { type Context } from "../context.js";
import { readId } from "../relay/globalId.js";
import { Job } from "./Job.js";

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true, description: "One job by global id or integer id. Null where there is none." })
  job(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const jobId = readId("Job", id);
    return jobId === null ? null : load.job.load(jobId);
  }
}
