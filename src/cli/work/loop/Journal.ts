import { plainText, print, printError } from "../../print.js";
import type { Claim, Report } from "../gateway/Gateway.js";

/** Says in lines what a worker does. */
export class Journal {
  private isSaidAway = false;

  ended({ job }: Claim, report: Report | null): void {
    const line = `job ${job.databaseId} ${job.jobType.name} ${job.jobType.version}: `;
    if (report === null) printError(`${line}stopped, as it is no longer this worker's`);
    else if (report.failed) printError(`${line}failed, ${plainText(report.failed.message)}`);
    else if (report.released) print(`${line}given back, ${plainText(report.released.reason)}`);
    else if (report.completed) print(`${line}completed`);
    else printError(`${line}lost, as its machine went down or the engine no longer knows it`);
  }

  refused(claim: Claim | null, message: string): void {
    printError(`${claim ? `job ${claim.job.databaseId}: ` : ""}the gateway refuses the report: ${plainText(message)}`);
  }

  /** Says it once, however long it lasts. */
  isAway(error: unknown): void {
    if (!this.isSaidAway) printError(`${error instanceof Error ? error.message : error}. It is asked again until it answers.`);
    this.isSaidAway = true;
  }

  isBack(): void {
    if (this.isSaidAway) print("The gateway answers again.");
    this.isSaidAway = false;
  }
}
