import { Registry } from "prom-client";
import type { Database } from "../db/database.js";
import { databaseMetrics } from "./databaseMetrics.js";
import { processMetrics } from "./processMetrics.js";
import { standbyMetrics, type WatchedStandby } from "./standbyMetrics.js";

/** Opens what has all numbers of a process. What the process does adds its own. */
export function openRegistry(database: Database, standby: WatchedStandby | null = null): Registry {
  const registry = new Registry();
  processMetrics(registry, database);
  databaseMetrics(registry, database);
  if (standby) standbyMetrics(registry, standby);
  return registry;
}
