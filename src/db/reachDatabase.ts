import type { Database } from "./database.js";
import { wordsOf } from "./databaseWords.js";

/**
 * Makes a first connection to the database of DATABASE_URL.
 * @throws {Error} naming that setting, with PostgreSQL's or the system's words and the remedy
 */
export async function reachDatabase({ pool }: Pick<Database, "pool">): Promise<void> {
  try {
    (await pool.connect()).release();
  } catch (error) {
    throw new Error([`DATABASE_URL: ${wordsOf(error)}`, remedyOf(error as NodeJS.ErrnoException)].filter(Boolean).join("\n"));
  }
}

function remedyOf({ code = "", message }: NodeJS.ErrnoException): string | null {
  if (/^28...$/.test(code) || /password/.test(message)) return "Correct the user or the password in it.";
  if (code === "3D000") return "Create that database, or name another one in it.";
  if (/^(53|57P).../.test(code)) return "The server takes no connections now: start the gateway again later.";
  if (/SSL|certificate/i.test(message)) return "Correct its sslmode, or the server's certificate.";
  if (/^[0-9A-Z]{5}$/.test(code)) return null;
  return "Start PostgreSQL there, or correct the host and the port in it. Without DATABASE_URL the gateway brings its own.";
}
