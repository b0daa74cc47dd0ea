import { hash } from "node:crypto";
import { canonicalJson } from "../canonicalJson.js";
import type { Problem } from "../errors.js";
import { isStorable, maxInt } from "../storable.js";
import { maxLeaseSeconds, minLeaseSeconds } from "./checkClaim.js";
import type { JobReport } from "./jobReports.js";

/** The most characters that are kept of a log's end, and of a message. What is longer is cut. */
export const maxLogTail = 16_384;
export const maxMessage = 2000;
/** The most characters of an error's name. It is the limit of the column. */
const maxErrorName = 50;
const maxRetryAfterSeconds = 7 * 24 * 60 * 60;

/** Finds what is wrong with a report's own fields. Paths lead into the report. */
export function checkReport(report: JobReport): Problem[] {
  const problems: Problem[] = [];
  const check = (isRight: boolean, field: string, message: string) => {
    if (!isRight) problems.push({ code: "INVALID", path: [report.kind, field], message });
  };
  const isBetween = (number: number | null, min: number, max: number) => number === null || (number >= min && number <= max);
  if (report.kind === "heartbeat") {
    check(
      isBetween(report.leaseSeconds, minLeaseSeconds, maxLeaseSeconds),
      "leaseSeconds",
      `must be from ${minLeaseSeconds} to ${maxLeaseSeconds}`,
    );
  }
  if (report.kind === "failed") {
    const length = [...report.error].length;
    check(length > 0 && length <= maxErrorName && isStorable(report.error), "error", `must be a name of 1 to ${maxErrorName} characters`);
    check(isBetween(report.retryAfterSeconds, 0, maxRetryAfterSeconds), "retryAfterSeconds", `must be from 0 to ${maxRetryAfterSeconds}`);
  }
  if (report.kind === "failed" || report.kind === "completed")
    check(isBetween(report.exitCode, -maxInt, maxInt), "exitCode", "is too large a number");
  return problems;
}

/** A hash by which a report that comes again is known, in hex. */
export const hashOfReport = (report: JobReport): string => hash("sha256", canonicalJson(report), "hex").slice(0, 32);

/** A text without what the database can't store: the character U+0000, and halves of characters. */
const storable = (text: string): string => Buffer.from(text.replaceAll("\u0000", "\ufffd")).toString();

/** The end of a log, as it is kept. */
export const tailOf = (log: string | null): string | null => log && storable(log.slice(-maxLogTail));

/** A message, as it is kept: its beginning. */
export const textOf = (text: string | null): string | null => text && storable(text.slice(0, maxMessage));
