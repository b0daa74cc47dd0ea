import { type DatabaseWords, databaseWords } from "../db/databaseWords.js";

/**
 * Tells an operator what is wrong. An error of PostgreSQL is told in PostgreSQL's words, with its detail and its hint. If a connection is
 * refused, the reason is in `errors` or `code` alone.
 */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeError).join("\n");
  if (!(error instanceof Error)) return String(error);
  const { message, name, code, cause }: NodeJS.ErrnoException = error;
  const wrapped = databaseWords(error);
  const { detail, hint } = wrapped ?? (error as DatabaseWords);
  const what = wrapped?.originalMessage ?? (message || (code ?? name));
  return [what, detail && `Detail: ${detail}`, hint && `Hint: ${hint}`, cause ? describeError(cause) : ""].filter(Boolean).join("\n");
}
