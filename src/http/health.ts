import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { pendingMigrations } from "../db/migrationHistory.js";
import { isReadOnly } from "../db/session.js";
import type { AppOptions } from "./buildApp.js";
import { isOpen } from "./identity/identify.js";

/** Milliseconds that the database has to answer. After that, the probe has given up. */
const maxCheckTime = 2_000;
/** Milliseconds for which an answer of the database counts. */
const maxAge = 500;
/** If the statements of a check have no answer for so many milliseconds, it may be their connection, so others are tried. */
const maxHanging = 10_000;

/**
 * Serves `/healthz`, which says that the process is up, and `/readyz`, which says that it can do its work. Both are for machines, and are
 * not logged unless they fail.
 */
export async function healthRoutes(
  app: FastifyInstance,
  { database, standby, missing, stopping }: Pick<AppOptions, "database" | "standby" | "missing" | "stopping">,
): Promise<void> {
  const check = sharedCheck(database);
  // Probes ask by any address that the process has.
  const options = { logLevel: "warn", config: { isProbe: true, isOpen } } as const;
  app.get("/healthz", options, async () => ({ status: "ok" }));
  app.get("/readyz", options, async (_request, reply) => {
    if (stopping?.aborted) return reply.code(503).send({ status: "stopping", missing: [], detail: "The gateway is stopping" });
    const all = [...(await check()), ...(missing?.() ?? [])];
    // Without a standby everything goes on, so it never makes a process unready.
    if (all.length === 0) return { status: "ready", ...(standby && { standby: standby.state }) };
    return reply.code(503).send({ status: "not ready", missing: all, detail: `Missing: ${all.join(", ")}` });
  });
}

/**
 * Asks the database once for all who ask at about the same time. Anybody may ask, as often as they like, and each time for connections of
 * the pool; while the database hangs, its statements would stay there until nothing was left for requests.
 * @returns what this process lacks to do its work: the database, a database that takes changes, or migrations in it
 */
function sharedCheck({ pool }: Database): () => Promise<string[]> {
  let answer: Promise<string[]> | null = null;
  return () => {
    if (answer) return answer;
    const asked = whatIsMissing(pool);
    const own = inTime(asked);
    answer = own;
    const forgetIn = (milliseconds: number) =>
      setTimeout(() => {
        if (answer === own) answer = null;
      }, milliseconds).unref();
    const latest = forgetIn(maxHanging);
    const isOver = () => {
      clearTimeout(latest);
      forgetIn(maxAge);
    };
    asked.then(isOver, isOver);
    return own;
  };
}

/** One statement after the other, so that they take one connection. */
async function whatIsMissing(pool: Database["pool"]): Promise<string[]> {
  const readOnly = await isReadOnly(pool);
  const pending = await pendingMigrations(pool);
  return [...(readOnly ? ["database that takes changes"] : []), ...pending.map((name) => `migration ${name}`)];
}

async function inTime(asked: Promise<string[]>): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time")), maxCheckTime);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch {
    return ["database"];
  } finally {
    clearTimeout(timer);
  }
}
