import { Float, ObjectType } from "type-graphql";
import type { FileRow } from "../../domain/execution/findFiles.js";
import { Leaf } from "../execution/reference.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A file that goes into a job, or came out of one." })
export class File {
  declare readonly row: FileRow;

  @Leaf(() => Float, { from: "id", description: "An integer: the `file_id` by which data and results name the file." })
  databaseId!: number;

  @Leaf(() => String)
  name!: string;

  @Leaf(() => String)
  mediaType!: string;

  @Leaf(() => Float, { description: "Bytes." })
  size!: number;

  @Leaf(() => String, { nullable: true, description: "Where workers find it." })
  uri!: string | null;

  @Leaf(() => DateTime, { nullable: true, description: "When the time begins that its data is about." })
  dataStarted!: string | null;

  @Leaf(() => DateTime, { nullable: true, description: "When that time ends." })
  dataEnded!: string | null;
}
