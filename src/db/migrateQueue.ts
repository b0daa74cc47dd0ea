import { runMigrations } from "graphile-worker";
import pg from "pg";
import { queueSchema, schemaOf } from "./session.js";

/**
 * Brings the queue's tables up to date. New ones are made in a schema of their own where the gateway's tables are in `public` and the role
 * may make schemas, and else among the gateway's tables. They stay where they were made.
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
  // graphile-worker makes the schema unless it finds this table of its own. Without the right to make schemas PostgreSQL refuses even
  // CREATE SCHEMA IF NOT EXISTS for one that is there.
  await pool.query(`
    CREATE TABLE IF NOT EXISTS ${pg.escapeIdentifier(schema)}.migrations (
      id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false)`);
  return schema;
}
