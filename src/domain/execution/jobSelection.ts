import type { Db } from "../../db/database.js";
import { type SelectedJobsRow, selectJobsIn } from "../../db/sql/execution/selectJobsIn.js";
import { type NamedJobRow, selectNamedJobs } from "../../db/sql/execution/selectNamedJobs.js";
import type { ChangedJobsRow } from "../../db/sql/execution/stopJobs.js";
import { DomainError, type Problem, refuse } from "../errors.js";
import type { JobStatus } from "../job/jobStatus.js";
import { checkText, maxReason } from "../textLimits.js";
import { lockQueues } from "./lockQueues.js";

/** Which jobs a caller means: exactly one of `jobIds` and `batchId`. Null in the place of an id: what the caller sent can't be one. */
export interface JobSelection {
  /** At most 1000. */
  readonly jobIds?: readonly (number | null)[] | undefined;
  /** All jobs that this batch has made. */
  readonly batchId?: number | null | undefined;
  /** Only jobs that have one of these. */
  readonly statuses?: readonly JobStatus[] | undefined;
  readonly reason: string | null;
}

/** The most jobs that a caller names. */
export const maxJobIds = 1000;

/**
 * The most jobs of a batch that are changed in one transaction. By a million jobs in one, none would be changed within the 120 s that a
 * transaction may take, and no job of the batch could be reported meanwhile.
 */
export const maxJobsAtOnce = 10_000;

/** What may be done to jobs, and to which. */
export interface JobChange {
  /** The statuses that a caller may name. */
  readonly possible: readonly JobStatus[];
  /** Those that count where none is named. */
  readonly usual: readonly JobStatus[];
  /** Changes jobs that have one of the statuses, in a transaction that has locked their batches' queues. */
  change(tx: Db, jobIds: readonly number[], batchIds: readonly number[]): Promise<readonly ChangedJobsRow[]>;
  /** Looks at the jobs that a caller has named, whatever their status. @throws {DomainError} where it can't be done to them */
  checkNamed?(named: readonly NamedJobRow[]): void;
}

/**
 * Finds the jobs that a caller means, and changes them. The queues of their batches are locked meanwhile, so that none of the jobs is handed
 * out, or reported. Those of a large batch are changed in several transactions. Whoever is interrupted between two of them calls again, and
 * the jobs that are left are changed.
 * @param maxJobs the most jobs of a batch in one transaction, beside others of the same recipes
 * @returns how many were changed, by batch and transaction
 * @throws {DomainError} with what is wrong with the selection; NOT_FOUND
 */
export async function changeSelectedJobs(
  db: Db,
  selection: JobSelection,
  { possible, usual, change, checkNamed }: JobChange,
  maxJobs = maxJobsAtOnce,
): Promise<readonly ChangedJobsRow[]> {
  refuse(checkSelection(selection, possible));
  const statuses = selection.statuses ?? usual;
  if (selection.jobIds) return changeNamed(db, selection.jobIds, statuses, { change, checkNamed });
  const batchId = await findBatch(db, selection.batchId ?? null);
  const changed: ChangedJobsRow[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { rows, last } = await db.transaction(async (tx) => {
      await lockQueues(tx, [batchId]);
      const [found] = await tx.query<SelectedJobsRow>(selectJobsIn, [batchId, statuses, after, maxJobs]);
      const rows = found && found.ids.length > 0 ? await change(tx, found.ids, [batchId]) : [];
      return { rows, last: found?.last ?? null };
    });
    changed.push(...rows);
    after = last;
  }
  return changed;
}

/** How many jobs were changed in all. */
export const countOf = (changed: readonly ChangedJobsRow[]): number => changed.reduce((sum, { count }) => sum + count, 0);

function changeNamed(
  db: Db,
  ids: readonly (number | null)[],
  statuses: readonly JobStatus[],
  { change, checkNamed }: Pick<JobChange, "change" | "checkNamed">,
): Promise<readonly ChangedJobsRow[]> {
  return db.transaction(async (tx) => {
    const named = await findNamed(tx, ids);
    const batchIds = [...new Set(named.flatMap(({ batchId }) => batchId ?? []))];
    await lockQueues(tx, batchIds);
    checkNamed?.(named);
    const asLocked = await tx.query<NamedJobRow>(selectNamedJobs, [named.map(({ id }) => id)]);
    const jobIds = asLocked.filter(({ status }) => statuses.includes(status as JobStatus)).map(({ id }) => id);
    return jobIds.length > 0 ? change(tx, jobIds, batchIds) : [];
  });
}

function checkSelection({ jobIds, batchId, statuses, reason }: JobSelection, possible: readonly JobStatus[]): Problem[] {
  const problems = checkText(["reason"], reason, maxReason);
  if ((jobIds === undefined) === (batchId === undefined)) {
    problems.push({ code: "INVALID", path: [], message: "Exactly one of jobIds and batchId must be given" });
  }
  if (jobIds && jobIds.length > maxJobIds) {
    problems.push({ code: "TOO_LARGE", path: ["jobIds"], message: `must be at most ${maxJobIds} ids` });
  }
  if (statuses?.some((status) => !possible.includes(status))) {
    problems.push({ code: "INVALID", path: ["status"], message: `must be of ${possible.join(", ")}` });
  }
  return problems;
}

async function findNamed(tx: Db, jobIds: readonly (number | null)[]): Promise<readonly NamedJobRow[]> {
  const rows = await tx.query<NamedJobRow>(selectNamedJobs, [[...new Set(jobIds.flatMap((id) => id ?? []))]]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  refuse(
    jobIds.flatMap((id, i): Problem[] => {
      const row = id === null ? undefined : byId.get(id);
      const path = ["jobIds", String(i)];
      if (!row) return [{ code: "NOT_FOUND", path, message: "names no job" }];
      return row.batchId === null ? [{ code: "INVALID", path, message: "is a job that no batch has made" }] : [];
    }),
  );
  return rows;
}

async function findBatch(tx: Db, id: number | null): Promise<number> {
  const batch = id === null ? null : await tx.prisma.batch.findUnique({ where: { id }, select: { id: true } });
  if (!batch) throw new DomainError({ code: "NOT_FOUND", path: ["batchId"], message: "names no batch" });
  return batch.id;
}
