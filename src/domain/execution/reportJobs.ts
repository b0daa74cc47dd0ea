import type { Db, Queries } from "../../db/database.js";
import { type LeaseRow, renewLeases } from "../../db/sql/execution/renewLeases.js";
import { saveErrors } from "../../db/sql/execution/saveErrors.js";
import { answerReports, type Lease, refuseUnknown, type TokenReport } from "./answerReports.js";
import type { JobReport, ReportOutcome } from "./jobReports.js";
import { moveExecutions } from "./moveExecutions.js";
import { noteWorker } from "./noteWorker.js";
import { readAllResults } from "./readAllResults.js";
import { checkReport } from "./reportTexts.js";
import { saveFiles } from "./saveFiles.js";
import { type TellQueued, tellQueued } from "./tellQueued.js";
import { readToken } from "./tokens.js";

/**
 * Takes what workers tell about executions, each answered for itself, all in one transaction. A report whose token is not that of a running
 * execution is refused and changes nothing. The one exception is the report that has ended the execution: when it comes again, it is
 * accepted again.
 * @param tell tells those who wait for jobs where there may be some now. A report does not wait for that.
 * @returns the answers, in the order of the reports
 */
export async function reportJobs(
  db: Db,
  reports: readonly JobReport[],
  tell: TellQueued = (queued) => void tellQueued(db, queued),
): Promise<ReportOutcome[]> {
  const told = reports.map((report): TokenReport => ({ report, token: readToken(report.token) }));
  const exeIds = idsOf(told);
  if (exeIds.length === 0) return reports.map(refuseUnknown);
  const mayEnd = idsOf(told.filter(({ report }) => report.kind !== "heartbeat"));
  const errorNames = await keepErrors(db, reports);
  const workers = new Set<string>();
  let outcomes: ReportOutcome[] = [];
  const { queued } = await moveExecutions(db, exeIds, mayEnd, async (tx, executions) => {
    for (const { worker } of executions.values()) workers.add(worker);
    const results = await readAllResults(tx, told, executions);
    const answers = answerReports(told, executions, results, errorNames);
    outcomes = await withLeases(tx, answers.outcomes, answers.leases);
    return saveFiles(tx, answers.ended);
  });
  tell(queued);
  for (const worker of workers) noteWorker(db, worker, []);
  return outcomes;
}

/** The most errors that there may be. Workers that make up a new name for each failure would fill the table. */
const maxErrors = 10_000;

/** Makes the errors that failures name and that there are not. @returns the names that there are */
async function keepErrors(db: Db, reports: readonly JobReport[]): Promise<ReadonlySet<string>> {
  const names = reports.flatMap((report) => (report.kind === "failed" && checkReport(report).length === 0 ? [report.error] : []));
  if (names.length === 0) return new Set();
  return new Set((await db.query<{ name: string }>(saveErrors, [[...new Set(names)], maxErrors])).map(({ name }) => name));
}

const idsOf = (told: readonly TokenReport[]): number[] => [...new Set(told.flatMap(({ token }) => token?.exeId ?? []))];

/** Renews leases, and adds their ends to the answers. */
async function withLeases(tx: Queries, outcomes: readonly ReportOutcome[], leases: readonly Lease[]): Promise<ReportOutcome[]> {
  if (leases.length === 0) return [...outcomes];
  const columns = [leases.map(({ exeId }) => exeId), leases.map(({ seconds }) => seconds), leases.map(({ logTail }) => logTail)];
  const renewed = new Map((await tx.query<LeaseRow>(renewLeases, columns)).map(({ id, leaseExpires }) => [id, leaseExpires]));
  const exeIdOf = new Map(leases.map(({ outcome, exeId }) => [outcome, exeId]));
  return outcomes.map((outcome) => {
    const exeId = exeIdOf.get(outcome);
    return exeId === undefined ? outcome : { ...outcome, leaseExpires: renewed.get(exeId) ?? null };
  });
}
