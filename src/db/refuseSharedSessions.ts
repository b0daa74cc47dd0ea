import type pg from "pg";

/** Other clients of a pooler may take a session between two looks, and give it back: so many are taken. */
const looks = 20;

/**
 * Refuses a pooler that gives the statements of one connection to any session that is free. The gateway listens for notifications, holds
 * locks, prepares statements and sets the time zone, all of which are a session's.
 * @param one @param other two connections that are open at the same time
 * @throws {Error} that names the setting DATABASE_URL and the remedy
 */
export async function refuseSharedSessions(one: pg.ClientBase, other: pg.ClientBase): Promise<void> {
  const session = await sessionOf(one);
  // A pooler gives its clients process ids of its own.
  if (session === processId(one)) return;
  const otherSession = await sessionOf(other);
  for (let look = 0; look < looks; look++) {
    // A pooler that takes the session last used gives both the same; one that takes them in turn gives the same connection two.
    const seen = [await sessionOf(one), await sessionOf(one), await sessionOf(other), await sessionOf(other)];
    const kept = [session, session, otherSession, otherSession];
    if (session === otherSession || seen.some((each, i) => each !== kept[i])) {
      throw new Error(
        "DATABASE_URL leads to a connection pooler that shares sessions between its clients, as pgbouncer's pool_mode transaction does.\n" +
          "The gateway needs sessions of its own: use pool_mode = session, or name PostgreSQL itself.",
      );
    }
  }
}

async function sessionOf(client: pg.ClientBase): Promise<number> {
  return (await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid;
}

/** As the server, or the pooler in front of it, has told it when the connection was made. */
const processId = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID;
