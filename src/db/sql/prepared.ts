import type { Statement } from "../database.js";

/** A connection keeps what it has prepared, and clients can ask for very many different lists: the rest is parsed each time. */
const maxNames = 200;
const names = new Map<string, string>();

/** Names a statement that is put together from parts, so that PostgreSQL parses each of the usual ones once for each connection. */
export function prepared(text: string): Statement {
  const name = names.get(text);
  if (name !== undefined) return { name, text };
  if (names.size >= maxNames) return { text };
  names.set(text, `prepared_${names.size}`);
  return prepared(text);
}
