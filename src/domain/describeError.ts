/** What is wrong, in words for an operator: a refused connection has its reason in `errors` or `code` alone. */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeError).join("\n");
  if (!(error instanceof Error)) return String(error);
  return [error.message || String((error as NodeJS.ErrnoException).code ?? error.name), error.cause ? describeError(error.cause) : ""]
    .filter(Boolean)
    .join("\n");
}
