/** PostgreSQL's own words about what went wrong. */
export interface DatabaseWords {
  readonly originalMessage?: string;
  readonly detail?: string;
  readonly hint?: string;
}

/** What PostgreSQL said, of an error that Prisma has wrapped by its driver adapter; undefined for any other error. */
export function databaseWords(error: unknown): DatabaseWords | undefined {
  const { meta } = (error ?? {}) as { meta?: { driverAdapterError?: { cause?: DatabaseWords } } };
  return meta?.driverAdapterError?.cause;
}
