import { moveWork as statement } from "../../db/sql/execution/moveWork.js";
/** Changes the state of batches' work, and writes it down in their history. @returns the ids of the batches whose state has changed */
export async function moveWork(tx, batchIds, { from, to, actor, reason }) {
    const moved = await tx.query(statement, [batchIds, from ?? null, to, actor, reason]);
    return moved.map(({ id }) => id);
}
