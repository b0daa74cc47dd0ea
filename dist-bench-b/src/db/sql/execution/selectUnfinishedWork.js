/** Finds the batches whose creation has ended and whose work has not. It may be over without any transaction having seen that. */
export const selectUnfinishedWork = {
    name: "select_unfinished_work",
    text: "SELECT id FROM batch WHERE work_finished IS NULL AND status IN ('CREATED', 'CANCELED', 'FAILED')",
};
