/**
 * A field could not be read or written: its resolver has thrown, a value does not fit its type, or a field is null that must not be.
 * graphql-js then tells the client. Any other error within the executor is a fault of the executor's own.
 */
export class FieldError extends Error {
  /** @param cause what the resolver has thrown, or what is wrong, as a sentence */
  constructor(cause: unknown) {
    super(typeof cause === "string" ? cause : "A field has failed", { cause });
  }
}

export function failField(cause: unknown): never {
  throw new FieldError(cause);
}

/** A value is of a kind that the executor does not write, but that graphql-js may be able to. */
export class UnusualValue extends FieldError {}
