import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";
import type { Database } from "../db/database.js";
import { version } from "../domain/version.js";

/** Adds the numbers of the process itself: memory, processor, garbage, delay of the event loop, and its connections to the database. */
export function processMetrics(registry: Registry, { pool }: Database): void {
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // These are gauges, although by their names they would be counters. The gauges without `_total` in their names say the same by type.
  for (const what of ["handles", "requests", "resources"]) registry.removeSingleMetric(`nodejs_active_${what}_total`);
  new Gauge({ name: "batch_gateway_info", help: "Always 1; the label tells the release", labelNames: ["version"], registers }).set(
    { version },
    1,
  );
  new Gauge({
    name: "batch_gateway_pool_connections",
    help: "Connections of the pool, by state",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({ name: "batch_gateway_pool_size", help: "Connections that the pool may have", registers }).set(pool.options.max);
  new Gauge({
    name: "batch_gateway_pool_waiting",
    help: "Statements and transactions that wait for a connection",
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
}
