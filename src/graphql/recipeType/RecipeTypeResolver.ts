import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type RecipesOverTime as Counts, countRecipesOverTime } from "../../domain/recipe/countRecipesOverTime.js";
import { findRecipeTypeRevisions, maxRevisions, type RecipeTypeRevisionRow } from "../../domain/recipe/findRecipeTypeRevisions.js";
import { countRecipeTypes, findRecipeTypes, type RecipeTypeRow as Source } from "../../domain/recipe/findRecipeTypes.js";
import { readRecipeDefinition } from "../../domain/recipe/recipeDefinition.js";
import { isStorable } from "../../domain/storable.js";
import type { Context } from "../context.js";
import { Reads } from "../execution/reference.js";
import { JobType } from "../job/JobType.js";
import { type Connection, checkListSize, readWindow, toConnection } from "../relay/connection.js";
import { readId } from "../relay/globalId.js";
import { RecipesOverTime, RecipesOverTimeArgs } from "./RecipesOverTime.js";
import { RecipeType, RecipeTypeConnection, RecipeTypeRevision, RecipeTypesArgs } from "./RecipeType.js";

const order = "recipeTypes";
/** The cost of a pass over all recipes of a type, of which there may be a million: no request may ask for more than nine. */
const countsAllRecipes = 100_000;

@Resolver(() => RecipeType)
export class RecipeTypeResolver {
  @Query(() => RecipeType, { nullable: true, description: "One recipe type by global id or integer id. Null where there is none." })
  recipeType(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const recipeTypeId = readId("RecipeType", id);
    return recipeTypeId === null ? null : load.recipeType.load(recipeTypeId);
  }

  @Query(() => RecipeTypeConnection, { description: "The recipe types that a filter matches, in the order of their ids." })
  async recipeTypes(@Args(() => RecipeTypesArgs) args: RecipeTypesArgs, @Ctx() { db }: Context): Promise<Connection<Source>> {
    const { name, search, isActive } = args.filter ?? {};
    checkListSize(["filter", "name"], name);
    const filter = {
      ...(name && { names: name.filter(isStorable) }),
      ...(typeof search === "string" && (isStorable(search) ? { search } : { names: [] })),
      ...(typeof isActive === "boolean" && { isActive }),
    };
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

  @FieldResolver(() => [RecipeTypeRevision], {
    complexity: 1500,
    description: `Its revisions, the latest first, at most ${maxRevisions}.`,
  })
  @Reads("id")
  revisions(
    @Root() { id }: Source,
    @Arg("revisionNum", () => [Int], { nullable: true, description: "Only these." }) revisionNums: number[] | null,
    @Ctx() { db }: Context,
  ): Promise<RecipeTypeRevisionRow[]> {
    checkListSize(["revisionNum"], revisionNums);
    return findRecipeTypeRevisions(db, id, revisionNums ?? null);
  }

  @FieldResolver(() => RecipesOverTime, {
    nullable: true,
    complexity: countsAllRecipes,
    description: "Its recipes that are not superseded, counted over time. Null where there are none that have a time.",
  })
  @Reads("id", "revisionNum")
  recipesOverTime(
    @Root() recipeType: Source,
    @Args(() => RecipesOverTimeArgs) args: RecipesOverTimeArgs,
    @Ctx() { db }: Context,
  ): Promise<Counts | null> {
    return countRecipesOverTime(db, recipeType, args);
  }
}
