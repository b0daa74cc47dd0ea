import { Int, ObjectType } from "type-graphql";
import type { JobError as JobErrorRow } from "../../domain/job/findJobs.js";
import { Leaf } from "../execution/reference.js";

@ObjectType({ simpleResolvers: true, description: "What a job failed with." })
export class JobError {
  declare readonly row: JobErrorRow;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => String)
  name!: string;

  @Leaf(() => String, { nullable: true })
  title!: string | null;

  @Leaf(() => String, { nullable: true })
  description!: string | null;

  @Leaf(() => String, { nullable: true })
  category!: string | null;
}
