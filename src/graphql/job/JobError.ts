import { Int, ObjectType } from "type-graphql";
import type { JobError as JobErrorRow } from "../../domain/job/findJobs.js";
import { leaf, RowFields } from "../rowFields.js";

@ObjectType({ simpleResolvers: true, description: "What a job failed with." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  name: leaf(String),
  title: leaf(String, { nullable: true }),
  description: leaf(String, { nullable: true }),
  category: leaf(String, { nullable: true }),
})
export class JobError {
  declare readonly row: JobErrorRow;
}
