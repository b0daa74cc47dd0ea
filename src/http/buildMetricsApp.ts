import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import { type HealthOptions, healthRoutes } from "./health.js";
import { RequestLog } from "./requestLog.js";

/**
 * Builds the app that listens on `METRICS_PORT`: metrics and health, of processes that only expand batches, too. It asks nobody who they
 * are. Of the gateway's data it has counts, and the names of job types.
 */
export async function buildMetricsApp(
  options: HealthOptions & { readonly registry: Registry; readonly log: FastifyBaseLogger },
): Promise<FastifyInstance> {
  const app = fastify({ loggerInstance: options.log, logController: new RequestLog() });
  await app.register(healthRoutes, options);
  await app.register(metricsRoute, options);
  return app;
}

/** Serves `/metrics`, in the form that Prometheus reads. */
export async function metricsRoute(app: FastifyInstance, { registry }: { readonly registry: Registry }): Promise<void> {
  app.get("/metrics", { logLevel: "warn", config: { operation: "getMetrics" } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
