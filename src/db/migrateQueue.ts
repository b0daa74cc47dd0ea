import { runMigrations } from "graphile-worker";
import pg from "pg";
import { queueSchema, schemaOf } from "./session.js";

/**
 * Brings the queue's tables up to date. If there are none yet, it makes them in a schema of their own, provided that the gateway's tables
 * are in `public` and the role may create schemas. Otherwise it makes them among the gateway's tables. Tables stay where they were made.
 */
export async function migrateQueue(pgPool: pg.Pool, databaseUrl: string): Promise<void> {
  const schema = (await findQueueSchema(pgPool)) ?? (await makeQueueSchema(pgPool, schemaOf(databaseUrl)));
  await runMigrations({ pgPool, schema });
}

/** The schema that the queue's tables stand in; undefined where there are none yet. */
export async function findQueueSchema(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query(`
    SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('_private_jobs')`);
  return rows[0]?.nspname;
}

async function makeQueueSchema(pool: pg.Pool, tables: string): Promise<string> {
  const text = `
    SELECT to_regnamespace($1) IS NOT NULL AS exists, has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchemas",
      coalesce(has_schema_privilege(to_regnamespace($1), 'CREATE'), false) AS "mayCreateTables"`;
  const { exists, mayCreateSchemas, mayCreateTables } = (await pool.query(text, [queueSchema])).rows[0];
  const hasOwn = tables === "public" && (exists ? mayCreateTables : mayCreateSchemas);
  const schema = hasOwn ? queueSchema : tables;
  if (hasOwn && !exists) await pool.query(`CREATE SCHEMA ${queueSchema}`);
  // graphile-worker creates the schema unless it finds this table of its own there. Without the right to create schemas, PostgreSQL refuses
  // CREATE SCHEMA IF NOT EXISTS even for a schema that exists.
  await pool.query(`
    CREATE TABLE IF NOT EXISTS ${pg.escapeIdentifier(schema)}.migrations (
      id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false)`);
  return schema;
}
