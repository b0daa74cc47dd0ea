import pg from "pg";
import { parse } from "pg-connection-string";
import type { Statement } from "./database.js";

/** The settings that every session must have, whatever the server, the role and the URL say. */
const needed = { timezone: "UTC", datestyle: "ISO, MDY", default_transaction_isolation: "read committed" };

/**
 * The settings that a session has unless the URL's own `options` give them. The first is for the planner. By default, PostgreSQL reckons
 * that a page out of order costs four times as much to read as the next page, as on a rotating disk. An index that leads straight to the
 * wanted rows would then lose to one that leads past a thousand others, or to reading a whole table. The second keeps PostgreSQL from
 * compiling a statement that it takes for dear, which costs seconds for one that reads JSON lists and takes milliseconds.
 *
 * The others are for connections whose client is gone or has stopped. With those that begin with `tcp_`, PostgreSQL notices within half a
 * minute that the client can't be reached. A client that stops in the middle of a transaction loses the transaction, and its locks, after
 * 15 s. Other sessions wait 20 s for a lock, which is long enough to get it then.
 */
const usual = {
  random_page_cost: "1.1",
  jit: "off",
  tcp_keepalives_idle: "10",
  tcp_keepalives_interval: "5",
  tcp_keepalives_count: "4",
  tcp_user_timeout: "30000",
  idle_in_transaction_session_timeout: "15000",
  lock_timeout: "20000",
};

/** The queue's own schema, where it has one: `migrateQueue` says when. */
export const queueSchema = "graphile_worker";

/** The schema of the gateway's tables: what the URL's `schema` says, as Prisma reads it, or `public`. */
export const schemaOf = (databaseUrl: string): string => namedSchema(databaseUrl) ?? "public";

export const namedSchema = (databaseUrl: string): string | null => (parse(databaseUrl) as { schema?: string }).schema || null;

/**
 * Gives a new connection its settings. It does so by a statement, because poolers refuse or ignore settings in the startup message. One of
 * the settings is `search_path`, because statements name tables without a schema.
 */
export function prepareSession(databaseUrl: string): (client: pg.ClientBase) => Promise<void> {
  const { options = "" } = parse(databaseUrl) as { options?: string };
  const own = Object.entries(usual).filter(([name]) => !new RegExp(`\\b${name}\\b`, "i").test(options));
  const schema = schemaOf(databaseUrl);
  const path = schema === "public" ? [schema, queueSchema] : [schema];
  const settings = [...own, ...Object.entries(needed), ["search_path", path.map(pg.escapeIdentifier).join(", ")] as const];
  const values = [settings.map(([name]) => name), settings.map(([, value]) => value)];
  return async (client) => {
    await client.query("SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS setting (name, value)", values);
  };
}

/** $1 what `application_name` is until the transaction ends. It gives no row, which would only be thrown away. */
export const nameSession: Statement = { name: "name_session", text: "SELECT WHERE set_config('application_name', $1, true) IS NULL" };

/** Whether sessions are read-only: the database is a standby, or `default_transaction_read_only` is on. */
export async function isReadOnly(connection: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await connection.query("SHOW transaction_read_only");
  return rows[0].transaction_read_only === "on";
}
