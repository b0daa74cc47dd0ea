import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
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

/** Makes databases and roles, which are dropped after the test that made them. */
export interface ServerObjects {
  /** @param options of CREATE DATABASE @returns the URL of a new database that holds nothing */
  emptyDatabase(options?: string): Promise<string>;
  /** @param grants are run in the database, with NAME for the role @returns the URL of the database for a new role */
  roleIn(url: string, grants?: string): Promise<string>;
  /** Runs SQL as the superuser. @returns the rows of the last statement */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asks for
  run(url: string, sql: string): Promise<any[]>;
}

export function useServerObjects(): ServerObjects {
  let drops: string[] = [];
  afterEach(async () => {
    for (const drop of drops) await onServer(inject("serverUrl"), drop);
    drops = [];
  });
  const make = async (kind: "DATABASE" | "ROLE", options: string) => {
    const name = `test_${randomBytes(6).toString("hex")}`;
    await onServer(inject("serverUrl"), `CREATE ${kind} ${name} ${options}`);
    // A role can be dropped when it owns nothing and has no grants, so the database in which it has them is dropped before.
    if (kind === "DATABASE") drops.unshift(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    else drops.push(`DROP ROLE IF EXISTS ${name}`);
    return name;
  };
  return {
    emptyDatabase: async (options = "") => databaseUrl(inject("serverUrl"), await make("DATABASE", options)),
    roleIn: async (url, grants = "") => {
      const name = await make("ROLE", "LOGIN PASSWORD 'secret'");
      await onServer(url, grants.replaceAll("NAME", name));
      const its = new URL(url);
      its.username = name;
      its.password = "secret";
      return its.href;
    },
    run: onServer,
  };
}

async function onServer(serverUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
