/** Of Node, of PostgreSQL (it is starting, stopping, or has as many connections as it takes), and of Prisma. */
const codes: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  ...["57P01", "57P02", "57P03", "53300"],
  ...["P1001", "P1002", "P1008", "P1017", "P2037"],
]);
/** Of Prisma's driver adapters, as a raw query reports them. */
const kinds: ReadonlySet<unknown> = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

/** Of pg, which gives these no code. */
const messages: ReadonlySet<unknown> = new Set([
  "Connection terminated unexpectedly",
  "Client has encountered a connection error and is not queryable",
]);

interface DatabaseError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly unknown[];
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly kind?: unknown; readonly originalCode?: unknown } } };
}

/** Whether an error says that the database can't be asked at the moment; what was being committed then may have been, or not. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, syscall, message, errors, meta }: DatabaseError = error;
  const { kind, originalCode } = meta?.driverAdapterError?.cause ?? {};
  return (
    codes.has(code) ||
    codes.has(originalCode) ||
    kinds.has(kind) ||
    messages.has(message) ||
    // A socket in the file system.
    (code === "ENOENT" && syscall === "connect") ||
    errors?.some(isUnavailable) === true
  );
}
