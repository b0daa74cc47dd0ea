import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { pendingMigrations } from "../db/migrationHistory.js";
import type { Standby } from "../db/Standby.js";
import { isReadOnly } from "../db/session.js";
import { sharedQuestion } from "../monitoring/sharedQuestion.js";
import { isOpen } from "./identity/identify.js";

/** After `maxWait`, the probe has given up. */
const times = { maxWait: 2_000, maxAge: 500, maxHanging: 10_000 };

/** For `/readyz`. */
export interface HealthOptions {
  readonly database: Database;
  /** Answers what only reads, as far as it can; null: there is none. */
  readonly standby?: Standby | null | undefined;
  /** The other parts of this process that do not do their work at the moment. */
  readonly missing?: (() => readonly string[]) | undefined;
  /** Aborted as soon as the process is to stop, while it still answers. */
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Serves `/healthz`, which says that the process is up, and `/readyz`, which says that it can do its work. Both are for machines, and are
 * not logged unless they fail.
 */
export async function healthRoutes(app: FastifyInstance, { database, standby, missing, stopping }: HealthOptions): Promise<void> {
  const check = sharedQuestion(() => whatIsMissing(database), times);
  // Probes ask by any address that the process has.
  const options = { logLevel: "warn", config: { isProbe: true, isOpen } } as const;
  app.get("/healthz", options, async () => ({ status: "ok" }));
  app.get("/readyz", options, async (_request, reply) => {
    if (stopping?.aborted) return reply.code(503).send({ status: "stopping", missing: [], detail: "The gateway is stopping" });
    const all = [...((await check()) ?? ["database"]), ...(missing?.() ?? [])];
    // Without a standby everything goes on, so it never makes a process unready.
    if (all.length === 0) return { status: "ready", ...(standby && { standby: standby.state }) };
    return reply.code(503).send({ status: "not ready", missing: all, detail: `Missing: ${all.join(", ")}` });
  });
}

/**
 * What this process lacks to do its work: a database that takes changes, or migrations in it. One statement comes after the other, so that
 * they take one connection.
 */
async function whatIsMissing({ pool }: Database): Promise<string[]> {
  const readOnly = await isReadOnly(pool);
  const pending = await pendingMigrations(pool);
  return [...(readOnly ? ["database that takes changes"] : []), ...pending.map((name) => `migration ${name}`)];
}
