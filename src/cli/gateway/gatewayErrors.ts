/** One thing that is wrong with a request. */
export interface Problem {
  /** For programs, such as NOT_FOUND. */
  readonly code: string;
  /** Leads to the input field; empty where the problem lies in none. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Errors after which the same request may go well: its database was away, say, or too much was asked at once. */
const passingCodes: readonly string[] = ["SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "DEADLINE_EXCEEDED", "INTERNAL_SERVER_ERROR"];

/** The gateway was reached and does not do what was asked. */
export class Refusal extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("; "));
  }

  /** Whether the same request may go well later. */
  get isPassing(): boolean {
    return this.has(passingCodes);
  }

  has(codes: readonly string[]): boolean {
    return this.problems.some(({ code }) => codes.includes(code));
  }
}

const lockedOutCodes = [
  // The worker's token has expired, for example.
  ...["UNAUTHENTICATED", "FORBIDDEN"],
  // The gateway is of a release before the worker's, or takes only documents that it knows.
  ...["GRAPHQL_VALIDATION_FAILED", "PERSISTED_DOCUMENT_REQUIRED"],
];

/** The worker is not let in. That may be mended, and no report is lost meanwhile. */
export const isLockedOut = (error: unknown): error is Refusal => error instanceof Refusal && error.has(lockedOutCodes);

/** Whether the gateway has understood a request, and would refuse it again. */
export const isRefused = (error: unknown): error is Refusal => error instanceof Refusal && !error.isPassing && !isLockedOut(error);

/** @throws {Refusal} where there is a problem */
export function refuseAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

/** The refusal that there is no such batch, in the gateway's words. */
export const noBatch = (id: string): Refusal => new Refusal([{ code: "NOT_FOUND", path: [], message: `There is no batch ${id}` }]);

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
