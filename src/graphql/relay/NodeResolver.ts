import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { selectedPaths } from "../execution/selectedPaths.js";
import { fromGlobalId } from "./globalId.js";
import { Node, typed } from "./node.js";

/** Which loader finds the objects of each type; that of batches is made for the columns that are selected. */
const loaders = { RecipeType: "recipeType", Recipe: "recipe", Job: "job", JobType: "jobType" } as const;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "Any object by its global id. Null where there is none." })
  async node(@Arg("id", () => ID) globalId: string, @Ctx() { load }: Context, @Info() info: GraphQLResolveInfo) {
    const global = fromGlobalId(globalId);
    if (!global) return null;
    const { type, id } = global;
    const loader = type === "Batch" ? load.batch(selectedPaths(info)) : load[loaders[type]];
    return typed(type, await loader.load(id));
  }
}
