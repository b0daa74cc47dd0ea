import { collectDefaultMetrics, Registry } from "prom-client";
import type { Database } from "../db/database.js";
import type { Standby } from "../db/Standby.js";
import { version } from "../domain/version.js";
import { databaseMetrics } from "./databaseMetrics.js";
import { numbersIn } from "./numbersIn.js";

/**
 * Opens what has all numbers of a process: its memory, processor, garbage and event loop, its connections, what the database knows, and how
 * its standby is used. What the process does adds its own.
 */
export function openRegistry(database: Database, standby: Pick<Standby, "state" | "counts"> | null = null): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // These are gauges, although by their names they would be counters. The gauges without `_total` in their names say the same by type.
  for (const what of ["handles", "requests", "resources"]) registry.removeSingleMetric(`nodejs_active_${what}_total`);
  const { counter, gauge } = numbersIn(registry);
  const { pool } = database;
  gauge("info", "Always 1; the label tells the release", "version", () => ({ [version]: 1 }));
  gauge("pool_connections", "Connections of the pool, by state", "state", () => ({
    idle: pool.idleCount,
    busy: pool.totalCount - pool.idleCount,
  }));
  gauge("pool_size", "Connections that the pool may have", null, () => pool.options.max);
  gauge("pool_waiting", "Statements and transactions that wait for a connection", null, () => pool.waitingCount);
  databaseMetrics(registry, database);
  if (standby) {
    const used = "1 where the standby answers what only reads, as far as it is up to date, else 0";
    gauge("standby_used", used, null, () => Number(standby.state === "USED"));
    const reads =
      "Requests that only read, by what answered their first statement: standby, or the primary, because the standby was not_used, was behind, or failed";
    counter("reads_total", reads, "went", () => standby.counts);
  }
  return registry;
}
