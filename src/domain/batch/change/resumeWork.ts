import type { Db } from "../../../db/database.js";
import type { LockedBatch } from "../../../db/sql/batch/lockBatch.js";
import { forgiveFailures } from "../../../db/sql/execution/forgiveFailures.js";
import { notifyQueued } from "../../../db/sql/execution/notifyQueued.js";
import type { Actor } from "../../actor.js";
import { moveWork } from "../../execution/moveWork.js";

/**
 * Lets the work of a batch go on if it is HELD, and tells those who wait for its jobs. The jobs that have failed so far don't count for
 * `stopAfterFailedJobs` any more.
 * @returns whether it was held
 */
export async function resumeWork(tx: Db, { id, hasStarted }: LockedBatch, actor: Actor): Promise<boolean> {
  const to = hasStarted ? "RUNNING" : "WAITING";
  const resumed = await moveWork(tx, [id], { from: ["HELD"], to, actor: actor.name, reason: null });
  if (resumed.length === 0) return false;
  await tx.query(forgiveFailures, [[id], true]);
  await tx.query(notifyQueued, [[id]]);
  return true;
}
