import { Int, ObjectType } from "type-graphql";
import type { JobTypeSummary } from "../../domain/job/findJobs.js";
import { Leaf } from "../execution/reference.js";
import { Node } from "../relay/node.js";

@ObjectType({ simpleResolvers: true, implements: Node, description: "A kind of work: an algorithm and its interface." })
export class JobType extends Node {
  declare readonly row: JobTypeSummary;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => String)
  name!: string;

  @Leaf(() => String)
  version!: string;

  @Leaf(() => String, { nullable: true })
  title!: string | null;

  @Leaf(() => String, { nullable: true })
  description!: string | null;

  @Leaf(() => String, { nullable: true })
  category!: string | null;

  @Leaf(() => String, { nullable: true })
  authorName!: string | null;

  @Leaf(() => String, { nullable: true })
  authorUrl!: string | null;

  @Leaf(() => Boolean)
  isSystem!: boolean;

  @Leaf(() => Boolean)
  isLongRunning!: boolean;

  @Leaf(() => Boolean)
  isActive!: boolean;

  @Leaf(() => Boolean)
  isOperational!: boolean;

  @Leaf(() => Boolean)
  isPaused!: boolean;

  @Leaf(() => String, { nullable: true })
  iconCode!: string | null;
}
