import type { GraphQLFormattedError } from "graphql";

const maxErrors = 100;
/** Characters of all of them: their paths have the names that the client has chosen. */
const maxCharacters = 65_536;

/** Leaves out those of an answer's errors that are too many, and says how many they are: a query can have one for each field. */
export function boundErrors(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  let left = maxCharacters;
  const told = errors.findIndex((error, i) => {
    left -= JSON.stringify(error).length;
    return i === maxErrors || left < 0;
  });
  if (told === -1) return errors;
  const note = { message: `${errors.length - told} more errors are not shown`, extensions: { code: errors[told]?.extensions?.code } };
  return [...errors.slice(0, told), note];
}
