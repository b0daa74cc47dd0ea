import type { Queries } from "../../db/database.js";
import { selectFileIds } from "../../db/sql/execution/selectFiles.js";
import type { TokenReport } from "./answerReports.js";
import type { Executions } from "./moveExecutions.js";
import { maxResultsBytes, type Results, readResults } from "./readResults.js";

/** The results of reports, in their order; undefined where a report has none. */
export type ReportResults = readonly (Results | undefined)[];

/** Reads the results of all executions that are reported as completed, and looks whether there are the files that they name. */
export async function readAllResults(tx: Queries, told: readonly TokenReport[], executions: Executions): Promise<ReportResults> {
  const results = told.map(({ report, token }) => {
    const row = token && executions.get(token.exeId);
    if (row?.status !== "RUNNING" || report.kind !== "completed") return undefined;
    const isTooLarge = report.results !== null && Buffer.byteLength(JSON.stringify(report.results)) > maxResultsBytes;
    return isTooLarge ? tooLarge : readResults(report.results, row.outputs);
  });
  return withoutUnknownFiles(tx, results);
}

const tooLarge: Results = {
  ...readResults(null, null),
  problems: [{ code: "TOO_LARGE", path: ["completed", "results"], message: `must be at most ${maxResultsBytes} bytes of JSON` }],
};

async function withoutUnknownFiles(tx: Queries, results: ReportResults): Promise<ReportResults> {
  const ids = [...new Set(results.flatMap((result) => result?.fileIds ?? []))];
  if (ids.length === 0) return results;
  const known = new Set((await tx.query<{ id: number }>(selectFileIds, [ids])).map(({ id }) => id));
  const check = (result: Results): Results => {
    const unknown = result.fileIds.find((id) => !known.has(id));
    if (unknown === undefined) return result;
    const problem = { code: "NOT_FOUND", path: ["completed", "results"], message: `names a file that there is not: ${unknown}` } as const;
    return { ...result, problems: [...result.problems, problem] };
  };
  return results.map((result) => result && check(result));
}
