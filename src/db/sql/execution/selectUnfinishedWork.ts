import type { Statement } from "../../database.js";

/** Finds batches whose work may be finished, but for which nobody may have seen that. */
export const selectUnfinishedWork: Statement = {
  name: "select_unfinished_work",
  text: "SELECT id FROM batch WHERE work_finished IS NULL AND status IN ('CREATED', 'CANCELED', 'FAILED')",
};
