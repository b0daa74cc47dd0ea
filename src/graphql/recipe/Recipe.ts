import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../node.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A job of a recipe, under the name that the recipe's definition gives it." })
export class RecipeJob {
  @Field(() => String)
  jobName!: string;

  @Field(() => Boolean, { description: "False: kept from the recipe that this one supersedes." })
  isOriginal!: boolean;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One instance of a recipe type revision over concrete input data." })
export class Recipe extends Node {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => Boolean)
  isSuperseded!: boolean;

  @Field(() => DateTime)
  created!: Date;

  @Field(() => DateTime, { nullable: true })
  completed!: Date | null;

  @Field(() => DateTime, { nullable: true })
  superseded!: Date | null;

  @Field(() => DateTime)
  lastModified!: Date;
}
