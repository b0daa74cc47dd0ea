import type { Db } from "../../../db/database.js";
import type { LockedBatch } from "../../../db/sql/batch/lockBatch.js";
import { forgiveFailures } from "../../../db/sql/execution/forgiveFailures.js";
import { notifyQueued } from "../../../db/sql/execution/notifyQueued.js";
import type { Actor } from "../../actor.js";
import { moveWork } from "../../execution/moveWork.js";
import type { WorkState } from "../../execution/workState.js";

/**
 * Lets the work of a batch go on if it is HELD, and tells those who wait for its jobs. So does the work of a batch whose making failed, though
 * it may have ended: more jobs are made now. The jobs that have failed so far don't count for `stopAfterFailedJobs` any more.
 * @returns whether it goes on now and did not before
 */
export async function resumeWork(tx: Db, { id, status, hasStarted }: LockedBatch, actor: Actor): Promise<boolean> {
  const from: WorkState[] = status === "FAILED" ? ["HELD", "SUCCEEDED", "FAILED"] : ["HELD"];
  const to = hasStarted ? "RUNNING" : "WAITING";
  const resumed = await moveWork(tx, [id], { from, to, actor: actor.name, reason: null });
  if (resumed.length === 0) return false;
  await tx.query(forgiveFailures, [[id], true]);
  await tx.query(notifyQueued, [[id]]);
  return true;
}
