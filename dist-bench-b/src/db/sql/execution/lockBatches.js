/** $1 batches. Locks them, in the order of their ids. */
export const lockBatches = {
    name: "lock_batches",
    text: "SELECT id FROM batch WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE",
};
