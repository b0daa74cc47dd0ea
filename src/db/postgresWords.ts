import pg from "pg";

/** What PostgreSQL says of an error: its message, and the detail and the hint where it gives them, each in a line of its own. */
export function postgresWords(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? error.message : String(error);
  const { message, detail, hint } = error;
  return [message, detail && `Detail: ${detail}`, hint && `Hint: ${hint}`].filter(Boolean).join("\n");
}
