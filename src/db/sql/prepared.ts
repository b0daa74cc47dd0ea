import type { Statement } from "../database.js";

/** A connection keeps what it has prepared, and clients can ask for very many different lists: the rest is parsed each time. */
const maxTexts = 200;
const texts = new Set<string>();

/** Names a statement that is put together from parts, so that PostgreSQL parses each of the usual ones once for each connection. */
export function prepared(text: string): Statement {
  if (texts.size < maxTexts) texts.add(text);
  return texts.has(text) ? { name: "prepared", text } : { text };
}
