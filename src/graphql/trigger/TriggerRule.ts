import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "What makes recipes or jobs when something happens." })
export class TriggerRule {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => String)
  type!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => Boolean)
  isActive!: boolean;
}
