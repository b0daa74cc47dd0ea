import { GraphQLJSONObject } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { RecipeTypeRevisionRow } from "../../domain/recipe/findRecipeTypeRevisions.js";
import { Leaf, References } from "../execution/reference.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A numbered, frozen definition of a recipe type." })
export class RecipeTypeRevision {
  declare readonly row: RecipeTypeRevisionRow;

  @Leaf(() => Int)
  revisionNum!: number;

  @Field(() => GraphQLJSONObject, { description: "The recipe definition, version 1.0." })
  @References("revisionDefinition", "id")
  definition!: object;

  @Leaf(() => DateTime)
  created!: string;
}
