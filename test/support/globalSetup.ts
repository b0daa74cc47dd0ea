import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/db/database.js";
import { startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";
import { migrate } from "../../src/db/migrate.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { databaseUrl, templateName } from "./database.js";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/**
 * One PostgreSQL server for the run, with a migrated template database that every test file clones: the embedded one, or the one that
 * `TEST_DATABASE_URL` names. Its role must be a superuser.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer();
  await makeTemplate(url);
  project.provide("serverUrl", url);
  return stop;
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-test-"));
  // PostgreSQL does not run as root. The user who runs it instead must be able to enter the folder.
  await chmod(directory, 0o711);
  const server = await startEmbeddedPostgres(directory, flags);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The time zone of Tokyo shows where something depends on the server's time zone. */
const flags = ["-c timezone=Asia/Tokyo", "-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off", "-c max_connections=300"];

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = openDatabase(serverUrl, 4);
  await admin.pool.query(`DROP DATABASE IF EXISTS ${templateName}`);
  await admin.pool.query(`CREATE DATABASE ${templateName}`);
  await admin.close();
  const template = openDatabase(databaseUrl(serverUrl, templateName), 4);
  await migrate(template);
  await ensureSystemJobType(template);
  await template.close();
}
