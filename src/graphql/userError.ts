import { Field, ObjectType } from "type-graphql";
import { DomainError, type ErrorCode, errorCodes, type Problem } from "../domain/errors.js";
import { enumType } from "./scalars.js";

export const UserErrorCode = enumType("UserErrorCode", "What kind of mistake it is.", errorCodes, {
  INVALID: "The value is not one that the field takes.",
  REQUIRED: "The field is missing.",
  NOT_FOUND: "There is no such object.",
  CONFLICT: "The object is not in a state for this, or something else would be done than was shown.",
  TOO_LARGE: "There is more of it than the gateway takes.",
  IDEMPOTENCY_MISMATCH: "The idempotency key came with another input before.",
  FORBIDDEN: "The caller may not do this.",
  STALE_EXECUTION: "The token is that of an execution that has ended, or of none.",
});

@ObjectType({ simpleResolvers: true, description: "What is wrong with what the caller sent, as data." })
export class UserError {
  @Field(() => UserErrorCode)
  code!: ErrorCode;

  @Field(() => [String], { description: 'Leads to the input field: ["definition", "dateRange", "started"].' })
  path!: string[];

  @Field(() => String)
  message!: string;
}

/** What each mutation answers besides what it is for. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError])
  errors!: UserError[];
}

export const toUserErrors = (problems: readonly Problem[]): UserError[] =>
  problems.map(({ code, path, message }) => ({ code, path: [...path], message }));

/** Runs a mutation. What it refuses comes back as data; any other error is thrown. */
export async function withUserErrors<Result>(work: () => Promise<Result>): Promise<{ result: Result | null; errors: UserError[] }> {
  try {
    return { result: await work(), errors: [] };
  } catch (error) {
    if (error instanceof DomainError) return { result: null, errors: toUserErrors(error.problems) };
    throw error;
  }
}
