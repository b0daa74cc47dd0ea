import type { FieldReader } from "../fieldReader.js";
import { batchCreator } from "./ensureSystemJobType.js";

/** A job type as a recipe type's document describes it. */
export type JobTypeDocument = ReturnType<typeof readJobTypeDocument>;

/**
 * All other fields of a job type. A field is undefined where the document doesn't give it. Then a stored job type keeps its value, and a
 * new one has the default.
 */
export type JobTypeFields = JobTypeDocument["fields"];

/**
 * Reads one of the `job_types` of a document. Fields that the gateway has no column for are ignored. So is the id, because it is that of
 * the system which served the document.
 * @param reader collects the problems; if there are any, the result is of no use
 */
export function readJobTypeDocument(reader: FieldReader) {
  const document = {
    name: reader.name("name"),
    version: reader.name("version"),
    /** `{version, command, command_arguments, input_data: [...], output_data: [...]}`. */
    interface: reader.requiredObject("job_type_interface"),
    fields: {
      title: reader.text("title", 50),
      description: reader.text("description"),
      category: reader.text("category", 50),
      authorName: reader.text("author_name", 50),
      authorUrl: reader.text("author_url"),
      iconCode: reader.text("icon_code", 20),
      isSystem: reader.flag("is_system"),
      isLongRunning: reader.flag("is_long_running"),
      isActive: reader.flag("is_active"),
      isOperational: reader.flag("is_operational"),
      isPaused: reader.flag("is_paused"),
      priority: reader.integer("priority"),
      /** Seconds. */
      timeout: reader.integer("timeout"),
      maxTries: reader.integer("max_tries"),
      cpusRequired: reader.amount("cpus_required"),
      /** MiB, like the two fields that follow. */
      memRequired: reader.amount("mem_required"),
      diskOutConstRequired: reader.amount("disk_out_const_required"),
      diskOutMultRequired: reader.amount("disk_out_mult_required"),
    },
  };
  if (document.name === batchCreator.name && document.version === batchCreator.version) {
    reader.invalid(null, "is the gateway's own job type, which can't be loaded");
  }
  return document;
}
