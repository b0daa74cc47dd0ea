/** Of Node, of PostgreSQL (it is starting, stopping, or has as many connections as it takes), and of Prisma. */
const codes: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["57P01", "57P02", "57P03", "53300"],
  ...["P1001", "P1002", "P1008", "P1017", "P2037"],
]);
/** Of Prisma's driver adapters, as a raw query reports them. */
const kinds: ReadonlySet<unknown> = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

interface DatabaseError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly unknown[];
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly kind?: unknown } } };
}

/** Whether an error says no more than that the database can't be asked at the moment. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, errors, meta }: DatabaseError = error;
  return (
    codes.has(code) ||
    kinds.has(meta?.driverAdapterError?.cause?.kind) ||
    message === "Connection terminated unexpectedly" ||
    errors?.some(isUnavailable) === true
  );
}
