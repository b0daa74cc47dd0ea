import type { GraphQLFormattedError } from "graphql";

const maxErrors = 100;
/** Characters of all errors that are shown. An error's path consists of names, which the client can choose as long as it likes. */
const maxCharacters = 65_536;

/** Leaves out the errors of an answer that are too many, and says how many it has left out: a query can have an error for each field. */
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
