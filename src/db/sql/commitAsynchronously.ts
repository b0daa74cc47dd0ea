import type { Statement } from "../database.js";

/**
 * The transaction's COMMIT does not wait until it is on disk, which takes 2 to 4 % of a chunk; PostgreSQL writes it there within 0.6 s.
 * Only for work that is begun anew where it is not found: should the database's machine die meanwhile, the chunk is undone as a whole,
 * with the slices that it took. Whatever was committed after it and outlives that keeps it, too: a cancellation, the queue's next turn.
 */
export const commitAsynchronously: Statement = { text: "SET LOCAL synchronous_commit = off" };
