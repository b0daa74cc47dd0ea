import pg from "pg";

/** Characters of texts and JSON that a statement may bring: of a page of 1,000 batches, 8,000 of each. */
const maxCharacters = 8 * 1024 * 1024;

/** A statement has brought more than is kept in memory. */
export class ResultTooLarge extends Error {
  constructor() {
    super(`A statement has brought more than ${maxCharacters} characters`);
  }
}

/** The types whose values have no limit of their own. */
const unbounded: readonly number[] = [pg.types.builtins.TEXT, pg.types.builtins.JSON, pg.types.builtins.JSONB];

type Types = Pick<typeof pg.types, "getTypeParser">;

/**
 * The types for one statement, which count what it brings. As soon as that is too much, pg lets go of the rows, passes over what still
 * comes, and the statement fails with `ResultTooLarge`.
 */
export function boundedTypes({ getTypeParser }: Types): Types {
  let left = maxCharacters;
  const bounded = (oid: number, format?: "text" | "binary") => {
    const parse = getTypeParser(oid, format as "text");
    if (!unbounded.includes(oid)) return parse;
    return (text: string) => {
      left -= text.length;
      if (left < 0) throw new ResultTooLarge();
      return parse(text);
    };
  };
  return { getTypeParser: bounded as Types["getTypeParser"] };
}
