import type { Queries } from "../../db/database.js";
import { moveWork as statement } from "../../db/sql/execution/moveWork.js";
import type { WorkState } from "./workState.js";

/** A change of the state of batches' work. */
export interface WorkChange {
  /** Batches whose work is in another state are left alone. By default, all states count. */
  readonly from?: readonly WorkState[];
  readonly to: WorkState;
  /** Who changes it. */
  readonly actor: string;
  readonly reason: string | null;
}

/** Changes the state of batches' work, and writes it down in their history. @returns the ids of the batches whose state has changed */
export async function moveWork(tx: Queries, batchIds: readonly number[], { from, to, actor, reason }: WorkChange): Promise<number[]> {
  const moved = await tx.query<{ id: number }>(statement, [batchIds, from ?? null, to, actor, reason]);
  return moved.map(({ id }) => id);
}
