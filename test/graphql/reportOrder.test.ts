import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/domain/canonicalJson.js";
import { type JobReportInput, toJobReport } from "../../src/graphql/work/workInputs.js";

describe("The members of a report", () => {
  const inputs: Omit<JobReportInput, "token">[] = [
    { heartbeat: { leaseSeconds: 60, logTail: "a" } },
    { completed: { results: { version: "1.0" }, exitCode: 0, logTail: "a" } },
    { failed: { error: "io", message: "b", retryable: true, retryAfterSeconds: 1, exitCode: 1, logTail: "a" } },
    { released: { reason: "c" } },
  ];

  it.each(inputs)("are in alphabetical order, in which their hash takes them to be: %j", (input) => {
    const report = toJobReport({ token: "t", ...input });
    expect(JSON.stringify(report)).toBe(canonicalJson(report));
  });
});
