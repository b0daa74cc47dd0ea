import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { pendingMigrations } from "../db/migrate.js";

/** Whoever probes has lost patience by then. */
const patience = 2_000;

/** `/healthz`: the process is up. `/readyz`: it can do its work. Both are for machines, and not logged unless they fail. */
export async function healthRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  // A probe may ask by whatever address the process has.
  const options = { logLevel: "warn", config: { anyHost: true } } as const;
  app.get("/healthz", options, async () => ({ status: "ok" }));
  app.get("/readyz", options, async (_request, reply) => {
    const missing = await whatIsMissing(database);
    if (missing.length === 0) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", missing, detail: `Missing: ${missing.join(", ")}` });
  });
}

/** @returns what stands between this process and its work: the database, or migrations that the database does not have */
async function whatIsMissing(database: Database): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time")), patience);
  });
  try {
    return (await Promise.race([pendingMigrations(database), tooLate])).map((name) => `migration ${name}`);
  } catch {
    return ["database"];
  } finally {
    clearTimeout(timer);
  }
}
