import type { Statement } from "../../database.js";

/** $1 ids. Reads what went into jobs and came out. By the model API, there would be no limit in bytes. */
export const selectJobDocuments: Statement = {
  name: "select_job_documents",
  text: "SELECT id, data, results FROM job WHERE id = ANY($1::int[])",
};
