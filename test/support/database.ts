import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";

/** The migrated database that test databases are cloned from. */
export const templateName = "gateway_template";

/** The URL of another database of the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Gives the test file (or `describe`) that calls it a database of its own, migrated and empty but for the system job type.
 * @returns a function, because the database exists only while tests run
 */
export function useDatabase(poolSize = 8): () => Database {
  const name = `test_${randomBytes(6).toString("hex")}`;
  let database: Database;
  beforeAll(async () => {
    const serverUrl = inject("serverUrl");
    await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName}`);
    database = openDatabase(databaseUrl(serverUrl, name), poolSize);
  });
  afterAll(async () => {
    await database?.close();
    await onServer(inject("serverUrl"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return () => database;
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
