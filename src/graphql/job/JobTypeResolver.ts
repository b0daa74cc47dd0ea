import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { JobTypeSummary as Source } from "../../domain/job/findJobs.js";
import { countJobTypes, findJobTypes } from "../../domain/job/findJobTypes.js";
import { isStorable } from "../../domain/storable.js";
import type { Context } from "../context.js";
import { type Connection, checkListSize, readWindow, toConnection } from "../relay/connection.js";
import { readId } from "../relay/globalId.js";
import { JobType, JobTypeConnection, JobTypesArgs } from "./JobType.js";

const order = "jobTypes";

@Resolver(() => JobType)
export class JobTypeResolver {
  @Query(() => JobType, { nullable: true, description: "One job type by global id or integer id. Null where there is none." })
  jobType(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const jobTypeId = readId("JobType", id);
    return jobTypeId === null ? null : load.jobType.load(jobTypeId);
  }

  @Query(() => JobTypeConnection, { description: "The job types that a filter matches, in the order of their ids." })
  async jobTypes(@Args(() => JobTypesArgs) args: JobTypesArgs, @Ctx() { db }: Context): Promise<Connection<Source>> {
    const { name, isActive, isSystem } = args.filter ?? {};
    checkListSize(["filter", "name"], name);
    const filter = {
      ...(name && { names: name.filter(isStorable) }),
      ...(typeof isActive === "boolean" && { isActive }),
      ...(typeof isSystem === "boolean" && { isSystem }),
    };
    const page = await findJobTypes(db, filter, readWindow(args, order));
    return toConnection(page, order, () => countJobTypes(db, filter));
  }
}
