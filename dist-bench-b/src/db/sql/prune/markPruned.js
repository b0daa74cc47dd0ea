/** $1 batches. From here on, what is kept of their executions is not counted again. A batch that somebody has locked stays as it is. */
export const markPruned = {
    name: "mark_pruned",
    text: `
    UPDATE batch SET pruned = now() WHERE id IN (
      SELECT id FROM batch WHERE id = ANY($1::int[]) AND metrics_of = work_finished AND pruned IS NULL FOR NO KEY UPDATE SKIP LOCKED
    )`,
};
