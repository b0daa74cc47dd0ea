/** PostgreSQL's own words about what went wrong. */
export interface DatabaseWords {
  readonly originalMessage?: string;
  readonly detail?: string;
  readonly hint?: string;
}

/** Finds PostgreSQL's own words in an error that Prisma's driver adapter has wrapped; undefined for any other error. */
export function databaseWords(error: unknown): DatabaseWords | undefined {
  const { meta } = (error ?? {}) as { meta?: { driverAdapterError?: { cause?: DatabaseWords } } };
  return meta?.driverAdapterError?.cause;
}
