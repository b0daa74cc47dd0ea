import type { Db } from "../../db/database.js";
import { extendLeases } from "../../db/sql/execution/extendLeases.js";
import { beginLook, endLook } from "../../db/sql/execution/look.js";
import { selectOverdue } from "../../db/sql/execution/selectOverdue.js";
import { endOf } from "./endOf.js";
import { finishUnseenWork } from "./finishWork.js";
import { moveExecutions } from "./moveExecutions.js";
import { tellQueued } from "./tellQueued.js";

/**
 * After so many seconds without a look, the database or all gateways are taken to have been away. Workers could not send heartbeats then, so
 * they get their leases anew. Otherwise looks are a second apart.
 */
const awaySeconds = 3;
/** The most executions that are ended in one transaction. */
const chunk = 500;

/** What a look has found. */
export interface OverdueExecutions {
  readonly lost: number;
  readonly timedOut: number;
}

/**
 * Ends executions whose lease has run out, as LOST, and those that have run for longer than their job's timeout, as FAILED with the error
 * `timeout`. It looks through the running executions alone. One process does it at a time; the others do nothing.
 */
export async function endOverdue(db: Db): Promise<OverdueExecutions> {
  const found = { lost: 0, timedOut: 0 };
  if (!(await begin(db))) return found;
  for (;;) {
    const ids = (await db.query<{ id: number }>(selectOverdue, [chunk])).map(({ id }) => id);
    if (ids.length === 0) break;
    const { ended, queued } = await moveExecutions(db, ids, ids, async (_, executions) =>
      [...executions.values()]
        .filter(({ status, isTimedOut, isLeaseOver }) => status === "RUNNING" && (isTimedOut || isLeaseOver))
        .map((row) => endOf(row, row.isTimedOut ? { status: "FAILED", error: "timeout" } : { status: "LOST", error: "lost" })),
    );
    void tellQueued(db, queued);
    if (ended.length === 0) break;
    for (const { error } of ended) found[error === "lost" ? "lost" : "timedOut"]++;
  }
  await finishUnseenWork(db);
  // A look that takes long is no time in which nobody looked.
  await db.query(endLook);
  return found;
}

/**
 * Begins a look. Leases that begin anew do so in its transaction: if that fails, the next look finds the same gap.
 * @returns whether this process is to look
 */
function begin(db: Db): Promise<boolean> {
  return db.statements(async (tx) => {
    const [look] = await tx.query<{ gapSeconds: number }>(beginLook);
    if (look && look.gapSeconds > awaySeconds) await tx.query(extendLeases, [look.gapSeconds]);
    return look !== undefined;
  });
}
