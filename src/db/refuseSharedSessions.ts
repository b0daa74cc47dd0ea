import type pg from "pg";

/** How often to look. An otherwise idle pooler may give each connection the session that it had before, so one look is not enough. */
const looks = 20;

/**
 * Refuses a pooler that runs the statements of one connection in any session that is free. The gateway listens for notifications, holds
 * locks, prepares statements and sets the time zone. All of these belong to one session.
 * @param one @param other two connections that are open at the same time
 * @throws {Error} that names the setting DATABASE_URL and the remedy
 */
export async function refuseSharedSessions(one: pg.ClientBase, other: pg.ClientBase): Promise<void> {
  const session = await sessionOf(one);
  // Equal ids mean that there is no pooler: a pooler names process ids of its own.
  if (session === processId(one)) return;
  const otherSession = await sessionOf(other);
  for (let look = 0; look < looks; look++) {
    // Some poolers take the session that was used last, so both connections see the same one. Others take the sessions in turn, so one
    // connection sees two.
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

/** The process id that the server, or the pooler in front of it, named when the connection was made. */
const processId = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID;
