import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { never } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { selectedPaths } from "../execution/selectedPaths.js";
import { fromGlobalId } from "./globalId.js";
import { Node, typed } from "./node.js";

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "Any object by its global id. Null where there is none." })
  async node(@Arg("id", () => ID) globalId: string, @Ctx() { load }: Context, @Info() info: GraphQLResolveInfo) {
    const global = fromGlobalId(globalId);
    if (!global) return null;
    const { type, id } = global;
    switch (type) {
      case "Batch":
        return typed(type, await load.batch(selectedPaths(info)).load(id));
      case "RecipeType":
        return typed(type, await load.recipeType.load(id));
      case "Recipe":
        return typed(type, await load.recipe.load(id));
      case "Job":
        return typed(type, await load.job.load(id));
      case "JobType":
        return typed(type, await load.jobType.load(id));
      default:
        return never(type);
    }
  }
}
