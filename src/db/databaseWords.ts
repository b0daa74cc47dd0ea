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

/** What an error says. A host name such as localhost can have several addresses; where none can be reached, each has an error of its own. */
export const wordsOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(wordsOf).join("; ") : (error as Error).message;
