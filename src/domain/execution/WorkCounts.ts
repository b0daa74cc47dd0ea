import type { JobReport, ReportOutcome } from "./jobReports.js";

/** Counts what workers have claimed and reported by a process. */
export class WorkCounts {
  claimed = 0;
  /** Reports that were accepted. A report that comes again is counted again. */
  readonly reported: Record<JobReport["kind"], number> = { heartbeat: 0, completed: 0, failed: 0, released: 0 };
  refused = 0;

  /** @param outcomes the answers, in the order of the reports */
  count(reports: readonly JobReport[], outcomes: readonly ReportOutcome[]): void {
    reports.forEach(({ kind }, i) => {
      if (outcomes[i]?.problem === null) this.reported[kind]++;
      else this.refused++;
    });
  }
}
