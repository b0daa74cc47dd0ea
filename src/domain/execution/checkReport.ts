import { never, type Problem } from "../errors.js";
import { checkText } from "../textLimits.js";
import { maxLeaseSeconds, minLeaseSeconds } from "./checkClaim.js";
import type { JobReport } from "./jobReports.js";

/** The most reports of one request. */
export const maxReports = 1000;
/** The most characters of an error's name. */
export const maxErrorName = 50;

/** What is wrong with the numbers and names of a report, whatever it is about. */
export function checkReport(report: JobReport): Problem[] {
  const invalid = (field: string, message: string): Problem[] => [{ code: "INVALID", path: [report.kind, field], message }];
  switch (report.kind) {
    case "heartbeat": {
      const { leaseSeconds } = report;
      if (leaseSeconds === null || (leaseSeconds >= minLeaseSeconds && leaseSeconds <= maxLeaseSeconds)) return [];
      return invalid("leaseSeconds", `must be from ${minLeaseSeconds} to ${maxLeaseSeconds}`);
    }
    case "failed": {
      const { error, retryAfterSeconds } = report;
      if (error === "") return invalid("error", "must not be empty");
      if ((retryAfterSeconds ?? 0) < 0) return invalid("retryAfterSeconds", "must not be negative");
      return checkText([report.kind, "error"], error, maxErrorName);
    }
    case "completed":
    case "released":
      return [];
    default:
      return never(report);
  }
}
