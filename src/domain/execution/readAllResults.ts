import type { Queries } from "../../db/database.js";
import { selectFileIds } from "../../db/sql/execution/selectFiles.js";
import type { TokenReport } from "./answerReports.js";
import type { JobReport } from "./jobReports.js";
import type { Executions } from "./moveExecutions.js";
import { maxResultsBytes, type Results, readResults } from "./readResults.js";

/** The results of the reports that have some. */
export type ReportResults = ReadonlyMap<JobReport, Results>;

/** Reads the results of all executions that are reported as completed, and looks whether there are the files that they name. */
export async function readAllResults(tx: Queries, told: readonly TokenReport[], executions: Executions): Promise<ReportResults> {
  const results = new Map<JobReport, Results>();
  for (const { report, token } of told) {
    const row = token && executions.get(token.exeId);
    if (row?.status !== "RUNNING" || report.kind !== "completed") continue;
    const isTooLarge = report.results !== null && Buffer.byteLength(JSON.stringify(report.results)) > maxResultsBytes;
    results.set(report, isTooLarge ? tooLarge : readResults(report.results, row.outputs));
  }
  return withoutUnknownFiles(tx, results);
}

const tooLarge: Results = {
  ...readResults(null, null),
  problems: [{ code: "TOO_LARGE", path: ["completed", "results"], message: `must be at most ${maxResultsBytes} bytes of JSON` }],
};

async function withoutUnknownFiles(tx: Queries, results: ReportResults): Promise<ReportResults> {
  const ids = [...new Set([...results.values()].flatMap(({ fileIds }) => fileIds))];
  if (ids.length === 0) return results;
  const known = new Set((await tx.query<{ id: number }>(selectFileIds, [ids])).map(({ id }) => id));
  const check = (result: Results): Results => {
    const unknown = result.fileIds.find((id) => !known.has(id));
    if (unknown === undefined) return result;
    const problem = { code: "NOT_FOUND", path: ["completed", "results"], message: `names a file that there is not: ${unknown}` } as const;
    return { ...result, problems: [...result.problems, problem] };
  };
  return new Map([...results].map(([report, result]) => [report, check(result)]));
}
