import type { Statement } from "../../database.js";
import { workCounts } from "./workCounts.js";

/**
 * $1 batches. Finds those whose work may be finished, or may have to be stopped. It takes no lock, and does not see what other
 * transactions have ended but not committed. So a batch counts as soon as none of its jobs is queued, even if some seem to run.
 */
export const selectWorkToFinish: Statement = {
  name: "select_work_to_finish",
  text: `
    WITH ${workCounts}
    SELECT id FROM counted
    WHERE work_finished IS NULL AND ((is_made AND queued = 0) OR (is_over AND work_state IN ('WAITING', 'RUNNING')))`,
};
