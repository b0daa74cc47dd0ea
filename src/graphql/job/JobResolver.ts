import { GraphQLJSONObject } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Job as Source } from "../../domain/job/findJobs.js";
import type { RecipeOfJob } from "../../domain/recipe/findRecipes.js";
import type { Context } from "../context.js";
import { Reads } from "../execution/reference.js";
import { Recipe } from "../recipe/Recipe.js";
import { readId } from "../relay/globalId.js";
import { Job } from "./Job.js";

/** The cost of reading and writing what went into a job, or came out of it. */
const documents = 50;

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true, description: "One job by global id or integer id. Null where there is none." })
  job(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const jobId = readId("Job", id);
    return jobId === null ? null : load.job.load(jobId);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    complexity: documents,
    description:
      "Its input: `{version, input_data: [{name, value | file_id | file_ids}], workspace_id}`. Null until it is put together, which is when the job is QUEUED.",
  })
  @Reads("id")
  async data(@Root() { id }: Source, @Ctx() { load }: Context): Promise<object | null> {
    return unlessEmpty((await load.jobDocuments.load(id))?.data);
  }

  @FieldResolver(() => [Recipe], {
    complexity: 400,
    description: "The recipes that it belongs to: the one that it was made for, and then those that superseded it and kept the job.",
  })
  @Reads("id")
  recipes(@Root() { id }: Source, @Ctx() { load }: Context): Promise<RecipeOfJob[]> {
    return load.recipesOfJob.load(id);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    complexity: documents,
    description: "What came out of it: `{version, output_data: [{name, value | file_id | file_ids}]}`. Null until it is COMPLETED.",
  })
  @Reads("id")
  async results(@Root() { id }: Source, @Ctx() { load }: Context): Promise<object | null> {
    return unlessEmpty((await load.jobDocuments.load(id))?.results);
  }
}

/** The columns hold an empty object where there is nothing. */
const unlessEmpty = (document: unknown): object | null =>
  typeof document === "object" && document !== null && Object.keys(document).length > 0 ? document : null;
