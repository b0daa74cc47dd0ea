import type { Db } from "../../db/database.js";
import { selectJobsIn } from "../../db/sql/execution/selectJobsIn.js";
import { type NamedJobRow, selectNamedJobs } from "../../db/sql/execution/selectNamedJobs.js";
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

/** The jobs that are meant, after their batches' queues have been locked. */
export interface SelectedJobs {
  /** Those that have one of the statuses. */
  readonly jobIds: readonly number[];
  readonly batchIds: readonly number[];
  /** The jobs that the caller has named, whatever their status; null where a batch was named. */
  readonly named: readonly NamedJobRow[] | null;
}

/**
 * Finds the jobs that a caller means, and locks the queues of their batches until the transaction ends. So none of them is handed out, or
 * reported, meanwhile.
 * @param possible the statuses that a caller may name
 * @param usual those that count where none is named
 * @throws {DomainError} with what is wrong with the selection; NOT_FOUND
 */
export async function lockSelectedJobs(
  tx: Db,
  selection: JobSelection,
  possible: readonly JobStatus[],
  usual: readonly JobStatus[],
): Promise<SelectedJobs> {
  refuse(checkSelection(selection, possible));
  const named = selection.jobIds ? await findNamed(tx, selection.jobIds) : null;
  const batchIds = named ? [...new Set(named.flatMap(({ batchId }) => batchId ?? []))] : [await findBatch(tx, selection.batchId ?? null)];
  await lockQueues(tx, batchIds);
  const ids = named?.map(({ id }) => id);
  const [found] = await tx.query<{ ids: number[] }>(selectJobsIn, [ids ?? null, ids ? null : batchIds[0], selection.statuses ?? usual]);
  return { jobIds: found?.ids ?? [], batchIds, named };
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
