import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { countRecipeTypes, findRecipeTypes, type RecipeTypeRow as Source } from "../../domain/recipe/findRecipeTypes.js";
import { readRecipeDefinition } from "../../domain/recipe/recipeDefinition.js";
import { isStorable } from "../../domain/storable.js";
import type { Context } from "../context.js";
import { JobType } from "../job/JobType.js";
import { type Connection, readWindow, toConnection } from "../relay/connection.js";
import { readId } from "../relay/globalId.js";
import { checkListSize } from "../relay/listSize.js";
import { RecipeType, RecipeTypeConnection, RecipeTypesArgs } from "./RecipeType.js";

const order = "recipeTypes";

@Resolver(() => RecipeType)
export class RecipeTypeResolver {
  @Query(() => RecipeType, { nullable: true, description: "One recipe type by global id or integer id. Null where there is none." })
  recipeType(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const recipeTypeId = readId("RecipeType", id);
    return recipeTypeId === null ? null : load.recipeType.load(recipeTypeId);
  }

  @Query(() => RecipeTypeConnection, { description: "The recipe types that a filter matches, in the order of their ids." })
  async recipeTypes(@Args(() => RecipeTypesArgs) args: RecipeTypesArgs, @Ctx() { db }: Context): Promise<Connection<Source>> {
    const { name, isActive } = args.filter ?? {};
    checkListSize(["filter", "name"], name);
    const filter = { ...(name && { names: name.filter(isStorable) }), ...(typeof isActive === "boolean" && { isActive }) };
    const page = await findRecipeTypes(db, filter, readWindow(args, order));
    return toConnection(page, order, () => countRecipeTypes(db, filter));
  }

  @FieldResolver(() => [JobType], { description: "The job types that the current definition names, each once." })
  async jobTypes(@Root() recipeType: Source, @Ctx() { load }: Context) {
    const { graph } = readRecipeDefinition(await load.definition.load(recipeType.id));
    const nodes = [...(graph?.nodes.values() ?? [])];
    const jobTypes = await Promise.all(nodes.map((node) => load.jobTypeByKey.load(node.jobType)));
    return [...new Set(jobTypes.filter((jobType) => jobType !== null))];
  }
}
