import { GraphQLJSONObject } from "graphql-scalars";
import { Int, ObjectType } from "type-graphql";
import type { RecipeTypeRevisionRow } from "../../domain/recipe/findRecipeTypeRevisions.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A numbered, frozen definition of a recipe type." })
@RowFields({
  revisionNum: leaf(Int),
  definition: reference(() => GraphQLJSONObject, "revisionDefinition", "id", { description: "The recipe definition, version 1.0." }),
  created: leaf(DateTime),
})
export class RecipeTypeRevision {
  declare readonly row: RecipeTypeRevisionRow;
}
