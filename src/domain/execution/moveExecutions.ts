import type { Db, Queries } from "../../db/database.js";
import { blockDescendants } from "../../db/sql/execution/blockDescendants.js";
import { type EndedExecution, endExecutions } from "../../db/sql/execution/endExecutions.js";
import { type ExecutionRow, lockExecutions } from "../../db/sql/execution/lockExecutions.js";
import { type LockedRecipeRow, lockRecipesOfExecutions } from "../../db/sql/execution/lockRecipesOfExecutions.js";
import { queueChildren } from "../../db/sql/execution/queueChildren.js";
import type { QueuedTypeRow } from "../../db/sql/execution/queuePending.js";
import { selectRecipesOf } from "../../db/sql/execution/selectRecipesOf.js";
import { type SharedQueueRow, shareQueuesOf } from "../../db/sql/execution/shareQueuesOf.js";
import { finishWork } from "./finishWork.js";
import { lockRecipesOf } from "./settleRecipes.js";
import type { NewlyQueued } from "./tellQueued.js";

/** The locked rows of executions, by their ids. */
export type Executions = ReadonlyMap<number, ExecutionRow>;

/**
 * Locks executions and ends some of them in a transaction, with all that follows from it: their jobs' status; children whose parents are all
 * COMPLETED become QUEUED; what stands behind a job that has failed for good becomes BLOCKED; the batch's work may be finished.
 * @param mayEnd which of the executions may end; the recipes of the others are not locked
 * @param decide says which end, and how
 * @returns what it has said, and where there may be jobs now for those who wait: the caller tells them
 */
export async function moveExecutions(
  db: Db,
  exeIds: readonly number[],
  mayEnd: readonly number[],
  decide: (tx: Queries, executions: Executions) => Promise<readonly EndedExecution[]>,
): Promise<{ ended: readonly EndedExecution[]; queued: NewlyQueued }> {
  return db.statements(async (tx, commit) => {
    const [shared, locked, rows] = await Promise.all([
      tx.query<SharedQueueRow>(shareQueuesOf, [exeIds]),
      mayEnd.length === 0 ? [] : tx.query<LockedRecipeRow>(lockRecipesOfExecutions, [mayEnd]),
      tx.query<ExecutionRow>(lockExecutions, [exeIds]),
    ]);
    const executions = new Map(rows.map((row) => [row.id, row]));
    const successors = await lockSuccessors(
      tx,
      locked,
      mayEnd.flatMap((id) => executions.get(id)?.jobId ?? []),
    );
    const recipeIds = [...locked.map(({ id }) => id), ...successors];
    const ended = await decide(tx, executions);
    if (ended.length === 0) return { ended, queued: {} };
    const goesOn = new Set(shared.flatMap(({ batchId, hasQueued }) => (hasQueued ? [batchId] : [])));
    return { ended, queued: await end(tx, executions, ended, { recipeIds, goesOn, commit }) };
  });
}

/**
 * Locks the recipes that have superseded others while this transaction waited for the locks of those. It could not see them before.
 * @returns their ids
 */
async function lockSuccessors(tx: Queries, locked: readonly LockedRecipeRow[], jobIds: readonly number[]): Promise<number[]> {
  return locked.some(({ isSuperseded }) => isSuperseded) ? lockRecipesOf(tx, jobIds) : [];
}

/** The transaction that executions end in. */
interface Circumstances {
  /** The recipes that hold the executions' jobs. They are locked. */
  readonly recipeIds: readonly number[];
  /** The batches of which jobs were queued when the transaction began: completions alone don't finish their work. */
  readonly goesOn: ReadonlySet<number>;
  readonly commit: () => void;
}

/**
 * Ends executions. No statement needs the rows of another one, so all of them are sent together, with the COMMIT where no work can be
 * finished. If the last queued job was both claimed and completed meanwhile, `finishUnseenWork` finishes the work a second later.
 */
async function end(
  tx: Queries,
  executions: Executions,
  ended: readonly EndedExecution[],
  { recipeIds, goesOn, commit }: Circumstances,
): Promise<NewlyQueued> {
  const rowsOf = (...statuses: EndedExecution["job_status"][]): ExecutionRow[] =>
    ended.filter(({ job_status }) => statuses.includes(job_status)).map(({ exe_id }) => executions.get(exe_id) as ExecutionRow);
  const [stuck, completed, queued] = [rowsOf("FAILED", "CANCELED"), rowsOf("COMPLETED"), rowsOf("QUEUED")];
  const jobsOf = (rows: readonly ExecutionRow[]): number[] => rows.map(({ jobId }) => jobId);
  const stuckIn = stuck.length > 0 ? await tx.query<{ id: number }>(selectRecipesOf, [jobsOf(stuck)]) : [];
  const mayFinish = [...batchesOf(stuck), ...batchesOf(completed).filter((id) => !goesOn.has(id))];
  const moved = Promise.all([
    tx.query(endExecutions, [JSON.stringify(ended)]),
    stuckIn.length > 0 && tx.query(blockDescendants, [stuckIn.map(({ id }) => id)]),
    completed.length > 0 ? tx.query<QueuedTypeRow>(queueChildren, [recipeIds, jobsOf(completed)]) : [],
    finishWork(tx, [...new Set(mayFinish)]),
  ]);
  if (mayFinish.length === 0) commit();
  const [, , children] = await moved;
  const capped = [...stuck, ...completed, ...queued].filter(({ isCapped }) => isCapped);
  return {
    jobTypeIds: [...children, ...queued, ...capped].map(({ jobTypeId }) => jobTypeId),
    batchIds: batchesOf(capped),
  };
}

const batchesOf = (rows: readonly ExecutionRow[]): number[] => [...new Set(rows.flatMap(({ batchId }) => batchId ?? []))];
