import { cut } from "../../../domain/cut.js";
import type { Failure, Report } from "../gateway/Gateway.js";
import { BadResults, readResults } from "./readResults.js";
import type { ClaimedJob } from "./runner.js";

const maxMessage = 500;

/** How a command ended, and what it has said. */
export interface EndedCommand {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last line of standard output. */
  readonly lastLine: string;
  /** The end of standard error. */
  readonly logTail: string;
}

/**
 * What to report of a command that has ended by itself.
 * @param folder that of `prepareCommand`
 * @param outputFolder gets its output files
 */
export async function reportEnd(
  { claim: { token }, jobType }: ClaimedJob,
  { exitCode, signal, lastLine, logTail }: EndedCommand,
  folder: string,
  outputFolder: string,
): Promise<Report> {
  if (exitCode === 0) {
    try {
      return { token, completed: { results: await readResults(folder, lastLine, outputFolder), exitCode, logTail } };
    } catch (error) {
      const isBad = error instanceof BadResults;
      const { message } = error as Error;
      return reportFailure(token, { error: isBad ? "bad-results" : "not-started", message, retryable: !isBad }, logTail);
    }
  }
  const how = exitCode === null ? `The signal ${signal} ended the command` : `The command ended with exit code ${exitCode}`;
  const said = logTail.trimEnd().split("\n").at(-1)?.trim();
  return reportFailure(
    token,
    {
      error: exitCode === null ? "signal" : "exit-code",
      message: said ? `${how}: ${said}` : how,
      retryable: exitCode === null || !jobType.finalExitCodes.includes(exitCode),
      exitCode,
    },
    logTail,
  );
}

export const reportFailure = (token: string, failure: Failure, logTail: string): Report => ({
  token,
  failed: { ...failure, message: cut(failure.message, maxMessage), logTail },
});
