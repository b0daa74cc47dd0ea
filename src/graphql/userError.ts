import { Field, ObjectType, registerEnumType } from "type-graphql";
import { DomainError, type ErrorCode, errorCodes, type Problem } from "../domain/errors.js";
import { enumOf } from "./enumOf.js";

export const UserErrorCode = enumOf(errorCodes);
registerEnumType(UserErrorCode, { name: "UserErrorCode" });

@ObjectType({ simpleResolvers: true, description: "What is wrong with what the caller sent, as data." })
export class UserError {
  @Field(() => UserErrorCode)
  code!: ErrorCode;

  @Field(() => [String], { description: 'Leads to the input field: ["definition", "dateRange", "started"].' })
  path!: string[];

  @Field(() => String)
  message!: string;
}

export const toUserErrors = (problems: readonly Problem[]): UserError[] =>
  problems.map(({ code, path, message }) => ({ code, path: path.map(camelCase), message }));

/** The domain names fields as the documented API does, in snake_case. */
export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Runs a mutation; what it refuses comes back as data. Any other error stays one. */
export async function withUserErrors<Result>(work: () => Promise<Result>): Promise<{ result: Result | null; errors: UserError[] }> {
  try {
    return { result: await work(), errors: [] };
  } catch (error) {
    if (error instanceof DomainError) return { result: null, errors: toUserErrors(error.problems) };
    throw error;
  }
}
