/** Nothing that speaks as a gateway answers at a URL. */
export class Unreachable extends Error {
  constructor(
    readonly url: string,
    reason: string,
  ) {
    super(`The gateway can't be reached at ${url}: ${reason}`);
  }
}

/** Says why a connection failed. `fetch` hides the reason in `cause`, and a refused connection has it in `errors` or `code` alone. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return [...new Set(error.errors.map(reasonOf))].join(", ");
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
