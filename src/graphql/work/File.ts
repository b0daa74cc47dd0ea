import { Float, ObjectType } from "type-graphql";
import type { FileRow } from "../../domain/execution/findFiles.js";
import { leaf, RowFields } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "A file that goes into a job, or came out of one." })
@RowFields({
  databaseId: leaf(Float, { from: "id", description: "An integer: the `file_id` by which data and results name the file." }),
  name: leaf(String),
  mediaType: leaf(String),
  size: leaf(Float, { description: "Bytes." }),
  uri: leaf(String, { nullable: true, description: "Where workers find it." }),
  dataStarted: leaf(DateTime, { nullable: true, description: "When the time begins that its data is about." }),
  dataEnded: leaf(DateTime, { nullable: true, description: "When that time ends." }),
})
export class File {
  declare readonly row: FileRow;
}
