import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../relay/node.js";

@ObjectType({ simpleResolvers: true, implements: Node, description: "A kind of work: an algorithm and its interface." })
export class JobType extends Node {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  category!: string | null;

  @Field(() => String, { nullable: true })
  authorName!: string | null;

  @Field(() => String, { nullable: true })
  authorUrl!: string | null;

  @Field(() => Boolean)
  isSystem!: boolean;

  @Field(() => Boolean)
  isLongRunning!: boolean;

  @Field(() => Boolean)
  isActive!: boolean;

  @Field(() => Boolean)
  isOperational!: boolean;

  @Field(() => Boolean)
  isPaused!: boolean;

  @Field(() => String, { nullable: true })
  iconCode!: string | null;
}
