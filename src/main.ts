import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { Logger } from "pino";
import { whenNpmStops } from "./config/invocation.js";
import type { TracingSettings } from "./config/readTracing.js";
import { type Config, readConfig } from "./config.js";
import { type Database, openDatabase } from "./db/database.js";
import { type EmbeddedServer, startEmbeddedPostgres } from "./db/embeddedPostgres.js";
import { migrate } from "./db/migrate.js";
import { reachDatabase } from "./db/reachDatabase.js";
import { Standby } from "./db/Standby.js";
import { describeError } from "./domain/describeError.js";
import { ensureSystemJobType } from "./domain/job/ensureSystemJobType.js";
import { listen, refuseTakenPort } from "./http/listen.js";
import { openLog } from "./main/openLog.js";
import { sayReady } from "./main/sayReady.js";
import { sayStandby } from "./main/sayStandby.js";
import { startDemo } from "./main/startDemo.js";
import { openRegistry } from "./monitoring/openRegistry.js";
import type { Tracing } from "./monitoring/tracing.js";
import type { Worker } from "./worker/startWorker.js";

/** Stops a part of what is running. The last part to start is the first to stop. */
type Stop = () => Promise<unknown>;

/** The most time that stopping takes, besides the time to drain. After it, the process exits. */
const maxStopMilliseconds = 15_000;
/** A part that has not stopped after this time loses its connections to the database. They are dead, or a statement takes too long. */
const maxPartStopMilliseconds = 6000;
/** How often the gateway looks whether the embedded server runs. */
const lookMilliseconds = 2000;
/**
 * By how much V8's heap may grow before all of it is collected. When V8 decides that itself, a gateway under load holds up to 295 MiB
 * instead of 175.
 */
const heapGrowingPercent = 30;

/** @param stopping ends the start when it is aborted, where starting may take long */
async function start(config: Config, isDemo: boolean, log: Logger, stopping: AbortSignal): Promise<Stop[]> {
  const stops: Stop[] = [];
  const drain = drainer(stopping, config.drainSeconds * 1000);
  try {
    if (config.role !== "worker") await refuseTakenPort(config);
    // Each role loads only what it needs. PostgreSQL starts at the same time, because loading takes longer than that.
    const loadingApp = config.role === "worker" ? null : import("./http/buildApp.js");
    const loadingWorker = config.role === "gateway" ? null : import("./worker/startWorker.js");
    const server = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
    if (server) stops.unshift(() => server.stop());
    const database = openDatabase(config.databaseUrl ?? (server as EmbeddedServer).url, config.poolSize);
    stops.unshift(() => inTime(database.close(), database));
    if (!server) await reachDatabase(database);
    const { applied, unknown, changed } = await migrate(database, stopping);
    if (applied.length > 0) log.info({ migrations: applied }, "Migrated the database");
    if (unknown.length > 0)
      log.warn({ migrations: unknown }, "The database has migrations that this release does not know: a newer one has run on it");
    if (changed.length > 0)
      log.warn({ migrations: changed }, "These migrations were applied with another text than this release has of them");
    await ensureSystemJobType(database);

    const { replicaUrl, poolSize } = config;
    const standby = replicaUrl && loadingApp ? await Standby.open(database, replicaUrl, poolSize, sayStandby(log)) : null;
    if (standby) stops.unshift(() => standby.close());

    let addresses: string[] = [];
    let worker: Worker | undefined;
    const registry = openRegistry(database, standby);
    const tracing = config.tracing && (await traced(config.tracing, log));
    if (tracing) stops.unshift(() => tracing.stop());
    const missing = () => (loadingWorker && !worker?.isLooking ? ["worker"] : []);
    if (config.metricsPort !== null) {
      const { buildMetricsApp } = await import("./http/buildMetricsApp.js");
      const metrics = await buildMetricsApp({ database, standby, registry, missing, stopping, log });
      stops.unshift(() => inTime(metrics.close(), database));
      const [address] = await listen(metrics, { host: config.host, port: config.metricsPort, key: "METRICS_PORT" });
      log.info({ metrics: `${address}/metrics` }, "Serves metrics");
    }
    if (loadingApp) {
      const { buildApp } = await loadingApp;
      const app = await buildApp({ database, standby, config, registry, tracing, missing, stopping, log });
      stops.unshift(() => drain().then(() => inTime(app.close(), database)));
      addresses = await listen(app, config);
    }
    if (loadingWorker) {
      const { startWorker } = await loadingWorker;
      const { workerConcurrency: concurrency, webhookNetworks, checksByRow } = config;
      const started = await startWorker(database, { concurrency, webhookNetworks, checksByRow, registry, tracing, log });
      worker = started;
      stops.unshift(() => inTime(started.stop(), database));
    }
    if (server) {
      const watching = new AbortController();
      const watch = watchEmbedded(server, database, log, watching.signal);
      stops.unshift(() => {
        watching.abort();
        return watch;
      });
    }
    const isEmpty = server !== null && (await database.prisma.recipeType.findFirst({ select: { id: true } })) === null;
    if (!stopping.aborted)
      sayReady(log, { addresses, isEmpty: isEmpty && !isDemo, hasConsole: config.console, hasGraphiql: config.graphiql.length > 0 });
    if (!stopping.aborted && isDemo) stops.unshift(startDemo(addresses[0], config.dataDir ?? ".data"));
    return stops;
  } catch (error) {
    for (const stop of stops) await stop().catch(() => {});
    throw error;
  }
}

/**
 * The time to drain counts from the signal on, while other parts stop.
 * @returns what waits for the rest of it; without a signal, when the start has failed, there is nothing to wait for
 */
function drainer(stopping: AbortSignal, milliseconds: number): () => Promise<void> {
  let end: number | null = null;
  stopping.addEventListener("abort", () => {
    end = performance.now() + milliseconds;
  });
  return async () => {
    if (end !== null) await wait(Math.max(0, end - performance.now()));
  };
}

/** Loads OpenTelemetry, in processes that are traced alone. */
async function traced({ protocol }: TracingSettings, log: Logger): Promise<Tracing> {
  const { startTracing } = await import("./monitoring/startTracing.js");
  return startTracing({ protocol, service: "batch-gateway", warn: (message) => log.warn(message) });
}

/**
 * Waits until a part has stopped. After `maxPartStopMilliseconds` it cuts the connections to the database, so that nothing waits for
 * answers that do not come.
 */
async function inTime(stopped: Promise<unknown>, database: Database): Promise<void> {
  const late = setTimeout(() => database.cut(), maxPartStopMilliseconds);
  await stopped.finally(() => clearTimeout(late));
}

/**
 * Keeps the embedded server running until it is stopped. The query keeps a connection of the pool open, by which other processes see that
 * the server is used.
 */
async function watchEmbedded(server: EmbeddedServer, { pool }: Database, log: Logger, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await server
      .ensureRunning()
      .then(() => pool.query("SELECT"))
      .catch((error: unknown) => log.warn({ err: error }, "The embedded PostgreSQL is away"));
    await wait(lookMilliseconds, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}

/** Reads the command line of `npm start`. @returns whether the demonstration is to run @throws {Error} for what there is not */
function readArguments(args: readonly string[]): boolean {
  const others = args.filter((argument) => argument !== "--demo");
  if (others.length > 0) throw new Error(`There is no ${others.join(" ")}: settings come by the environment, and the one option is --demo`);
  return args.length > 0;
}

async function main(): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  // Where many objects of a kind have lasted, V8 makes all of them in the old generation at once. Much of each request would then stay
  // there until its next full collection, and collecting would take a fifth of the time of a batch by its id.
  setFlagsFromString("--no-allocation-site-pretenuring");
  const isDemo = readArguments(process.argv.slice(2));
  const config = readConfig();
  const log = await openLog(config.logLevel);
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, resolve);
    whenNpmStops(config.isRunByNpm, () => resolve("SIGTERM"));
  });
  const stopping = new AbortController();
  void stopped.then((signal) => {
    log.info({ signal }, "Stopping");
    stopping.abort();
    setTimeout(
      () => {
        log.error("Did not stop in time");
        process.exit(1);
      },
      config.drainSeconds * 1000 + maxStopMilliseconds,
    ).unref();
  });
  const stops = await start(config, isDemo, log, stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) process.exit(0);
    log.debug({ err: error }, "Could not start");
    throw error;
  });
  await stopped;
  let failed = false;
  for (const stop of stops) {
    await stop().catch((error: unknown) => {
      log.error({ err: error }, "Could not stop");
      failed = true;
    });
  }
  process.exit(failed ? 1 : 0);
}

main().catch((error: unknown) => {
  console.error(describeError(error));
  process.exit(1);
});
