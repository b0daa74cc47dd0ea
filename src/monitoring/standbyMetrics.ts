import { Counter, Gauge, type Registry } from "prom-client";
import type { ReadOutcome, Standby } from "../db/Standby.js";

export type WatchedStandby = Pick<Standby, "state" | "counts">;

/** Adds the numbers of the standby. */
export function standbyMetrics(registry: Registry, standby: WatchedStandby): void {
  const registers = [registry];
  new Gauge({
    name: "batch_gateway_standby_used",
    help: "1 where the standby answers what only reads, as far as it is up to date, else 0",
    registers,
    collect() {
      this.set(standby.state === "USED" ? 1 : 0);
    },
  });
  new Counter({
    name: "batch_gateway_reads_total",
    help: "Requests that only read, by what answered their first statement: standby, or the primary, because the standby was not_used, was behind, or failed",
    labelNames: ["went"],
    registers,
    collect() {
      this.reset();
      for (const went of Object.keys(standby.counts) as ReadOutcome[]) this.inc({ went }, standby.counts[went]);
    },
  });
}
