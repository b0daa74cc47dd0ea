import type { EndedExecution } from "../../db/sql/execution/endExecutions.js";
import type { ExecutionRow } from "../../db/sql/execution/lockExecutions.js";
import { never, type Problem } from "../errors.js";
import { type End, endOf } from "./endOf.js";
import type { JobReport, ReportOutcome } from "./jobReports.js";
import type { Executions } from "./moveExecutions.js";
import type { ReportResults } from "./readAllResults.js";
import type { Results } from "./readResults.js";
import { checkReport, hashOfReport, tailOf, textOf } from "./reportTexts.js";
import { isSecretOf, type readToken } from "./tokens.js";

/** A report and its token, as it was read. */
export interface TokenReport {
  readonly report: JobReport;
  readonly token: ReturnType<typeof readToken>;
}

/** A lease to renew. */
export interface Lease {
  readonly exeId: number;
  /** Null: as long as before. */
  readonly seconds: number | null;
  readonly logTail: string | null;
  readonly outcome: ReportOutcome;
}

/** An execution that ends. */
export interface EndedWith {
  readonly end: EndedExecution;
  /** Undefined where it has none. */
  readonly results: Results | undefined;
}

/** What follows from reports. */
export interface Answers {
  /** In the order of the reports. */
  readonly outcomes: readonly ReportOutcome[];
  /** The executions that end, each with the results that it was reported with. */
  readonly ended: readonly EndedWith[];
  readonly leases: readonly Lease[];
}

/** Decides about each report, in their order. Where one ends an execution, those that follow find it ended. */
export function answerReports(
  told: readonly TokenReport[],
  executions: Executions,
  results: ReportResults,
  errorNames: ReadonlySet<string>,
): Answers {
  const ended = new Map<number, EndedWith>();
  const leases: Lease[] = [];
  const outcomes = told.map(({ report, token }, i) => {
    const row = token && executions.get(token.exeId);
    if (!row || !isSecretOf(token.secret, row.tokenHash)) return refuseUnknown(report);
    const problem = checkReport(report)[0] ?? results[i]?.problems[0];
    if (problem) return outcomeOf(report, row, problem);
    const before = ended.get(row.id)?.end;
    const [status, endedBy] = before ? [before.exe_status, before.report_hash] : [row.status, row.reportHash];
    const hash = hashOfReport(report);
    if (status !== "RUNNING") return outcomeOf(report, row, endedBy === hash ? null : stale(`The execution has ended: it is ${status}`));
    const outcome = outcomeOf(report, row, null);
    if (report.kind === "heartbeat") {
      leases.push({ exeId: row.id, seconds: report.leaseSeconds, logTail: tailOf(report.logTail), outcome });
    } else {
      const end = endOf(row, endBy(report, hash, results[i], errorNames));
      ended.set(row.id, { end, results: end.job_status === "COMPLETED" ? results[i] : undefined });
    }
    return outcome;
  });
  return { outcomes, ended: [...ended.values()], leases };
}

/** A token that is not of any execution is refused by the same code as one that is no longer good: whoever guesses learns nothing. */
export const refuseUnknown = ({ token }: JobReport): ReportOutcome => ({
  token,
  problem: stale("The token is not that of any execution"),
  jobId: null,
  leaseExpires: null,
  shouldStop: null,
});

const stale = (message: string): Problem => ({ code: "STALE_EXECUTION", path: ["token"], message });

const outcomeOf = ({ token, kind }: JobReport, row: ExecutionRow, problem: Problem | null): ReportOutcome => ({
  token,
  problem,
  jobId: row.jobId,
  leaseExpires: null,
  shouldStop:
    kind === "heartbeat" && row.status === "RUNNING" ? (row.stopReason ?? (row.isSuperseded ? "The job was superseded" : null)) : null,
});

function endBy(
  report: Exclude<JobReport, { readonly kind: "heartbeat" }>,
  reportHash: string,
  { missing = [] }: Partial<Results> = {},
  errorNames: ReadonlySet<string>,
): End {
  switch (report.kind) {
    case "completed": {
      const [exitCode, logTail] = [report.exitCode, tailOf(report.logTail)];
      if (missing.length === 0) return { status: "COMPLETED", reportHash, exitCode, logTail };
      const message = textOf(`Required outputs are missing: ${missing.join(", ")}`);
      return { status: "FAILED", reportHash, exitCode, logTail, error: "missing-output", message, isRetryable: false };
    }
    case "failed": {
      const { error, retryable, retryAfterSeconds, exitCode } = report;
      const message = errorNames.has(error) ? report.message : [error, report.message].filter(Boolean).join(": ");
      const kept = { exitCode, logTail: tailOf(report.logTail), message: textOf(message) };
      return { ...kept, status: "FAILED", reportHash, error, isRetryable: retryable, retryAfterSeconds };
    }
    case "released":
      return { status: "RELEASED", reportHash, message: textOf(report.reason) };
    default:
      return never(report);
  }
}
