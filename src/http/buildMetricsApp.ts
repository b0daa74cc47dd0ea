import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { AppOptions } from "./buildApp.js";
import { healthRoutes } from "./health.js";
import { metricsRoute } from "./metricsRoute.js";
import { RequestLog } from "./requestLog.js";

/**
 * Builds the app that listens on `METRICS_PORT`: metrics and health, of processes that only expand batches, too. It asks nobody who they
 * are. Of the gateway's data it has counts, and the names of job types.
 */
export async function buildMetricsApp(
  options: Pick<AppOptions, "database" | "standby" | "missing" | "stopping"> & {
    readonly registry: Registry;
    readonly log: FastifyBaseLogger;
  },
): Promise<FastifyInstance> {
  const app = fastify({ loggerInstance: options.log, logController: new RequestLog() });
  await app.register(healthRoutes, options);
  await app.register(metricsRoute, options);
  return app;
}
