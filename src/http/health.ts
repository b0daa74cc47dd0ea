import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { pendingMigrations } from "../db/migrationHistory.js";
import { isReadOnly } from "../db/session.js";
import type { AppOptions } from "./buildApp.js";
import { isOpen } from "./identity/identify.js";

/** Milliseconds that the database has to answer. After that, the probe has given up. */
const maxCheckTime = 2_000;

/**
 * Serves `/healthz`, which says that the process is up, and `/readyz`, which says that it can do its work. Both are for machines, and are
 * not logged unless they fail.
 */
export async function healthRoutes(
  app: FastifyInstance,
  { database, missing, stopping }: Pick<AppOptions, "database" | "missing" | "stopping">,
): Promise<void> {
  // A probe may ask by any address that the process has.
  const options = { logLevel: "warn", config: { anyHost: true, isOpen } } as const;
  app.get("/healthz", options, async () => ({ status: "ok" }));
  app.get("/readyz", options, async (_request, reply) => {
    if (stopping?.aborted) return reply.code(503).send({ status: "stopping", missing: [], detail: "The gateway is stopping" });
    const all = [...(await whatIsMissing(database)), ...(missing?.() ?? [])];
    if (all.length === 0) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", missing: all, detail: `Missing: ${all.join(", ")}` });
  });
}

/** @returns what this process lacks to do its work: the database, a database that takes changes, or migrations in it */
async function whatIsMissing({ pool }: Database): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time")), maxCheckTime);
  });
  try {
    const [readOnly, pending] = await Promise.race([Promise.all([isReadOnly(pool), pendingMigrations(pool)]), tooLate]);
    return [...(readOnly ? ["database that takes changes"] : []), ...pending.map((name) => `migration ${name}`)];
  } catch {
    return ["database"];
  } finally {
    clearTimeout(timer);
  }
}
