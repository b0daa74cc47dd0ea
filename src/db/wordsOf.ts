/** What an error says. A host name such as localhost can have several addresses; where none can be reached, each has an error of its own. */
export const wordsOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(wordsOf).join("; ") : (error as Error).message;
