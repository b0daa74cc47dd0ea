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

/** One PostgreSQL server for the run, with a migrated template database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-test-"));
  // Root can't run PostgreSQL; the user who then does must be able to pass.
  await chmod(directory, 0o711);
  // As it may be elsewhere: nothing shall depend on it.
  const flags = [
    "-c timezone=Asia/Tokyo",
    "-c fsync=off",
    "-c synchronous_commit=off",
    "-c full_page_writes=off",
    "-c max_connections=300",
  ];
  const server = await startEmbeddedPostgres(directory, flags);
  const admin = openDatabase(server.url, 4);
  await admin.pool.query(`CREATE DATABASE ${templateName}`);
  await admin.close();
  const template = openDatabase(databaseUrl(server.url, templateName), 4);
  await migrate(template);
  await ensureSystemJobType(template);
  await template.close();
  project.provide("serverUrl", server.url);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
