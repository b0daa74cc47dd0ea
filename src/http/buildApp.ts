import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import { limitDefaults } from "../config/limitSettings.js";
import type { Config } from "../config.js";
import { maxRequestBytes } from "../domain/textLimits.js";
import { ExecutionCounts } from "../graphql/execution/executor.js";
import type { Tracing } from "../monitoring/tracing.js";
import { restDoor } from "../rest/restDoor.js";
import { allowOrigins } from "./allowOrigins.js";
import { answerNotFound } from "./answerNotFound.js";
import { metricsRoute } from "./buildMetricsApp.js";
import { checkHost } from "./checkHost.js";
import { refuseWhileClosing } from "./closing.js";
import { answerConnectionError } from "./connectionError.js";
import { consoleDoor } from "./consoleDoor.js";
import { docs } from "./docs.js";
import { answerError } from "./errorHandler.js";
import { graphqlDoor } from "./graphqlDoor.js";
import { HttpMetrics } from "./HttpMetrics.js";
import { type HealthOptions, healthRoutes } from "./health.js";
import { Identities } from "./identity/Identities.js";
import { identify } from "./identity/identify.js";
import { trustOf } from "./identity/proxyUser.js";
import { takeJsonBodies } from "./jsonBodies.js";
import { limitRates } from "./limitRates.js";
import { originForm } from "./originForm.js";
import { answerOtherMethods, notePaths } from "./otherMethods.js";
import { Places } from "./Places.js";
import { giveProblems } from "./problemDetails.js";
import { requestIds, tellRequestIds } from "./requestIds.js";
import { RequestLog } from "./requestLog.js";
import { giveScopes } from "./requestScope.js";
import { secureAnswers } from "./secureAnswers.js";
import { shedLoad } from "./shedLoad.js";
import { traceRequests } from "./traceRequests.js";
import { upgradeOption } from "./webSocketHandshakes.js";

export interface AppOptions extends HealthOptions {
  /**
   * A setting that is left out switches off what it is for. But `limitDefaults` hold in any case, and what `switchSettings` can take away
   * from callers is theirs: the console, the schema, GraphiQL, and any document.
   */
  readonly config: Pick<Config, "trustedProxies"> & Partial<Config>;
  /** Has the numbers of the process. Where it is given, `/metrics` serves it, unless they have a port of their own. */
  readonly registry?: Registry;
  /** Null: nothing is traced. */
  readonly tracing?: Tracing | null;
  /** Where there is none, nothing is logged. */
  readonly log?: FastifyBaseLogger;
  /** See `ExecutorOptions`. */
  readonly throwsFaults?: boolean;
}

declare module "fastify" {
  interface FastifyInstance {
    /** How the GraphQL requests of this process were executed. */
    readonly executionCounts: ExecutionCounts;
    /** Recipes that a new batch may match; null: any number. */
    readonly maxRecipesPerBatch: number | null;
  }
}

/**
 * Milliseconds in which a whole request must have come. Fastify has no such limit by default, and a caller who sends slowly would hold a
 * connection.
 */
const requestTimeout = 60_000;

/**
 * Milliseconds for which nothing may move on a connection. Otherwise, a caller who reads no answer would keep it in memory for ever. Nothing
 * moves either while a request is worked on, so it is longer than that may take.
 */
const connectionTimeoutFor = (requestTime: number): number => Math.max(180_000, requestTime + 30_000);

/** Milliseconds of silence after which the system asks whether the other side is still there, ten times at intervals of a second. */
const keepAliveInitialDelay = 20_000;

/** Builds the app that serves everything over HTTP. The caller has it listen, and closes it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, standby = null, config, registry, tracing = null, log, throwsFaults } = options;
  const requestTime = (config.maxRequestSeconds ?? limitDefaults.maxRequestSeconds) * 1000;
  const trust = trustOf(config.trustedProxies);
  const app = fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new RequestLog(),
    genReqId: requestIds(trust),
    trustProxy: config.trustedProxies.length > 0 && trust,
    bodyLimit: maxRequestBytes,
    requestTimeout,
    // Nothing is waited for when the app is made. By default, a machine that is so busy that it takes 10 s ends the start.
    pluginTimeout: 0,
    connectionTimeout: connectionTimeoutFor(requestTime),
    http: { keepAlive: true, keepAliveInitialDelay, ...upgradeOption },
    rewriteUrl: originForm,
    clientErrorHandler: answerConnectionError,
    frameworkErrors: answerError,
    return503OnClosing: false,
  });
  const counts = new ExecutionCounts();
  app.decorate("executionCounts", counts);
  app.decorate("maxRecipesPerBatch", config.maxRecipesPerBatch ?? null);
  takeJsonBodies(app);
  app.setErrorHandler(answerError);
  const hasConsole = config.console !== false;
  app.setNotFoundHandler(answerNotFound(hasConsole));
  tellRequestIds(app);
  const metrics = new HttpMetrics(registry ?? new Registry());
  metrics.watch(app);
  await secureAnswers(app);
  giveProblems(app);
  refuseWhileClosing(app);
  checkHost(app, config.allowedHosts ?? null);
  const identities = config.identity ? new Identities(config.identity, trust, { database, log: app.log }) : null;
  await allowOrigins(app, config.corsOrigins ?? []);
  const countRequest = limitRates(app, config, () => identify(app, identities, trust));
  const paths = notePaths(app);

  await app.register(healthRoutes, options);
  if (registry && typeof config.metricsPort !== "number") await app.register(metricsRoute, { registry });
  if (hasConsole) await app.register(consoleDoor, { config });
  await app.register(docs);
  await app.register(async (doors) => {
    const places = new Places(database.pool.options.max);
    shedLoad(doors, places);
    giveScopes(doors, database, requestTime, standby);
    traceRequests(doors, tracing);
    await doors.register(restDoor);
    await doors.register(graphqlDoor, {
      database,
      identities,
      places,
      config,
      countRequest,
      requestTime,
      counts,
      metrics,
      tracing,
      throwsFaults,
    });
  });

  answerOtherMethods(app, paths);
  return app;
}
