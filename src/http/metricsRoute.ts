import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";

/** Serves `/metrics`, in the form that Prometheus reads. */
export async function metricsRoute(app: FastifyInstance, { registry }: { registry: Registry }): Promise<void> {
  app.get("/metrics", { logLevel: "warn", config: { operation: "getMetrics" } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
