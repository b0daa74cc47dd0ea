import { workCounts } from "./workCounts.js";
/**
 * $1 batches. Finds those whose work may be finished, or may have to be held. It takes no lock, so it does not see what other transactions
 * have ended and not yet committed: jobs that seem to run, or to wait for those, may have ended. Therefore every batch is found of which no
 * job is queued, even if some seem to run.
 */
export const selectWorkToFinish = {
    name: "select_work_to_finish",
    text: `
    WITH ${workCounts}
    SELECT id FROM counted
    WHERE work_finished IS NULL AND ((is_made AND queued = 0) OR (is_over AND work_state IN ('WAITING', 'RUNNING')))`,
};
