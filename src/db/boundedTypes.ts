import pg from "pg";

/** The most characters of texts and JSON in the rows of one statement. A page of 1,000 batches can have 8,000 for each batch. */
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
 * The type parsers for one statement. They count the characters that they parse. When these are too many, they throw `ResultTooLarge`: pg
 * then drops the rows that it has, skips those that still come, and fails the statement with that error.
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
