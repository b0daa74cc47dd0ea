import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";

@ObjectType({ description: "What makes recipes or jobs when something happens." })
export class TriggerRule {
  @Field(() => String)
  type!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => Boolean)
  isActive!: boolean;
}

@Resolver(() => TriggerRule)
export class TriggerRuleResolver {
  @FieldResolver(() => Int)
  databaseId(@Root() rule: { id: number }): number {
    return rule.id;
  }
}
