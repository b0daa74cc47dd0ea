import type { Statement } from "../database.js";

/**
 * The most texts that are prepared. A connection keeps every statement that it has prepared, and clients can ask for very many different
 * lists. All other texts are parsed each time.
 */
const maxTexts = 200;
const texts = new Set<string>();

/** The name of all statements that are put together. */
export const preparedName = "prepared";

/**
 * Names a statement that is put together from parts, so that PostgreSQL parses it once for each connection. Only the first texts are named.
 */
export function prepared(text: string): Statement {
  if (texts.size < maxTexts) texts.add(text);
  return texts.has(text) ? { name: preparedName, text } : { text };
}
