import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { FileRow } from "../../domain/execution/findFiles.js";
import type { JobClaim as ClaimRow } from "../../domain/execution/jobClaims.js";
import { valuesIn } from "../../domain/execution/valuesIn.js";
import type { Context } from "../context.js";
import { File } from "./File.js";
import { JobClaim } from "./workPayloads.js";

@Resolver(() => JobClaim)
export class JobClaimResolver {
  @FieldResolver(() => [File], { complexity: 200, description: "The files that `data` names, each once." })
  async files(@Root() claim: ClaimRow, @Ctx() { load }: Context): Promise<FileRow[]> {
    const ids = new Set(valuesIn(claim.data, "input_data").flatMap(({ fileIds = [] }) => fileIds));
    const files = await Promise.all([...ids].map((id) => load.file.load(id)));
    return files.filter((file) => file !== null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    complexity: 200,
    description:
      "The W3C trace context of the request that made the job's batch, for a worker that is traced: its spans of the job continue that trace. Null where that request was not traced.",
  })
  traceparent(@Root() { jobId }: ClaimRow, @Ctx() { load }: Context): Promise<string | null> {
    return load.traceparent.load(jobId);
  }
}
