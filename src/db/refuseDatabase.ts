import type pg from "pg";
import { pendingMigrations } from "./migrationHistory.js";
import { namedSchema, schemaOf } from "./session.js";

/** The oldest PostgreSQL that is supported. */
const oldestRelease = 15;

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly isReadOnly: boolean;
  readonly isStandby: boolean;
  readonly role: string;
  /** The schema in which unqualified names are looked up first; null where it does not exist or may not be used. */
  readonly schema: string | null;
  readonly mayCreateTables: boolean;
  readonly hasSchema: boolean;
  readonly mayCreateSchemas: boolean;
}

/**
 * Refuses a database that the gateway can't serve, before anything is written.
 * @param client a session that `prepareSession` has prepared
 * @throws {Error} that names the setting DATABASE_URL and the remedy
 */
export async function refuseDatabase(client: pg.ClientBase, databaseUrl: string): Promise<void> {
  const schema = schemaOf(databaseUrl);
  const facts = await readFacts(client, schema);
  const refuse = (what: string, remedy: string) => {
    throw new Error(`DATABASE_URL: ${what}\n${remedy}`);
  };
  // 150004 means 15.4.
  const [release, update] = [Math.floor(facts.version / 10_000), facts.version % 10_000];
  if (release < oldestRelease) refuse(`the server is PostgreSQL ${release}.${update}.`, `PostgreSQL ${oldestRelease} or newer is needed.`);
  if (facts.encoding !== "UTF8") {
    refuse(
      `the database's encoding is ${facts.encoding}, and UTF8 is needed.`,
      "Name another one, made with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
    );
  }
  if (facts.isStandby) refuse("the server is a standby, which takes no changes.", "Name the primary server.");
  if (facts.isReadOnly) refuse("its sessions are read-only.", "Reset default_transaction_read_only for the database and the role.");
  if (namedSchema(databaseUrl) === null) {
    const own = await ownSchema(client);
    if (own !== null && own !== schema) {
      refuse(
        `the connection's search_path begins with the schema "${own}", where the gateway would look for its tables in "${schema}".`,
        `Say which of them has the tables: add the parameter schema=${encodeURIComponent(own)} or schema=${schema} to it.`,
      );
    }
  }
  const grant = `Grant it that (GRANT USAGE, CREATE ON SCHEMA …), or name another schema with the parameter schema.`;
  if (facts.schema === schema) {
    const isPending = (await pendingMigrations(client)).length > 0;
    if (isPending && !facts.mayCreateTables) refuse(`the role "${facts.role}" may not create tables in the schema "${schema}".`, grant);
  } else if (facts.hasSchema) {
    refuse(`the role "${facts.role}" may not use the schema "${schema}".`, grant);
  } else if (!facts.mayCreateSchemas) {
    refuse(
      `there is no schema "${schema}", and the role "${facts.role}" may not make one.`,
      "Make it, or name another with the parameter schema.",
    );
  }
}

async function readFacts(client: pg.ClientBase, schema: string): Promise<Facts> {
  const text = `
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
      current_setting('transaction_read_only') = 'on' AS "isReadOnly", pg_is_in_recovery() AS "isStandby", current_user::text AS role,
      current_schema()::text AS schema, has_schema_privilege(current_schema(), 'CREATE') AS "mayCreateTables",
      to_regnamespace(quote_ident($1)) IS NOT NULL AS "hasSchema",
      has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchemas"`;
  return (await client.query(text, [schema])).rows[0];
}

/** The schema in which the session would work if the gateway had not set its search_path. */
async function ownSchema(client: pg.ClientBase): Promise<string | null> {
  await client.query("BEGIN; SET LOCAL search_path TO DEFAULT");
  const { rows } = await client.query("SELECT current_schema()::text AS schema");
  await client.query("ROLLBACK");
  return rows[0].schema;
}
