import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { openRegistry } from "../../src/monitoring/openRegistry.js";
import { startWorker } from "../../src/worker/startWorker.js";
import { useDatabase } from "../support/database.js";

const directory = fileURLToPath(new URL("../../deploy/monitoring/", import.meta.url));
const read = (file: string) => readFileSync(`${directory}${file}`, "utf8");
const rules = read("alerts.yml");
const dashboard = JSON.parse(read("dashboard.json"));
const promtool = "/usr/bin/promtool";

const database = useDatabase();
/** The names of all metrics, with the endings that the series of a histogram have. */
let served: Set<string>;
/** What Prometheus reads. */
let text: string;
beforeAll(async () => {
  const registry = openRegistry(database(), { state: "AWAY", counts: { standby: 0, not_used: 0, behind: 0, failed: 0 } });
  const app = await buildApp({ database: database(), config: { trustedProxies: [] }, registry });
  const worker = await startWorker(database(), { concurrency: 1, registry, log: pino({ level: "silent" }) });
  await app.close();
  await worker.stop();
  text = await registry.metrics();
  served = new Set(
    (await registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
      String(type) === "histogram" ? ["bucket", "sum", "count"].map((part) => `${name}_${part}`) : [name],
    ),
  );
});

/** The names of the metrics that PromQL asks for. */
const metricsIn = (text: string): string[] => [...text.matchAll(/\b(?:batch_gateway|nodejs|process)_\w+/g)].map(([name]) => name);

it.skipIf(!existsSync(promtool))("All metrics have the names and the form that promtool wants", () => {
  const { status, stdout, stderr } = spawnSync(promtool, ["check", "metrics"], { input: text, encoding: "utf8" });
  expect({ status, output: `${stdout}${stderr}` }).toEqual({ status: 0, output: "" });
});

describe("The dashboard", () => {
  const panels: { id: number; type: string; title: string; targets?: { expr: string }[] }[] = dashboard.panels;

  it("asks only for what /metrics serves", () => {
    const asked = panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr)));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !served.has(name))).toEqual([]);
  });

  it("shows every metric of the gateway's own but its release", () => {
    const shown = JSON.stringify(panels);
    const own = [...served].filter((name) => name.startsWith("batch_gateway_") && !/_(sum|count|info|size)$/.test(name));
    expect(own.filter((name) => !shown.includes(name))).toEqual(["batch_gateway_lease_look_age_seconds"]);
  });

  it("gives each panel a number of its own and, but for rows, something to show", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ type, targets = [] }) => type !== "row" && targets.length === 0)).toEqual([]);
  });
});

describe("The alert rules", () => {
  it("ask only for what /metrics serves", () => {
    expect(metricsIn(rules).length).toBeGreaterThan(10);
    expect(metricsIn(rules).filter((name) => !served.has(name))).toEqual([]);
  });

  it("are all explained, under the name that they lead to, and so are their thresholds", () => {
    const operations = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");
    const names = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name as string);
    expect([...operations.matchAll(/^#+ (BatchGateway\w+)$/gm)].map(([, name]) => name)).toEqual(names);
    expect([...operations.matchAll(/^\| (\w+) \| .+ \| .+ \|$/gm)].map(([, name]) => `BatchGateway${name}`)).toEqual([
      "BatchGatewayalert",
      ...names,
    ]);
    expect([...rules.matchAll(/#(batchgateway\w+)$/gm)].map(([, name]) => name)).toEqual(names.map((name) => name.toLowerCase()));
  });

  it.skipIf(!existsSync(promtool))("are valid, and fire when they should, as promtool checks", () => {
    for (const args of [
      ["check", "rules", "alerts.yml"],
      ["test", "rules", "alerts.test.yml"],
    ]) {
      const { status, stdout, stderr } = spawnSync(promtool, args, { cwd: directory, encoding: "utf8" });
      expect({ status, output: status === 0 ? "" : `${stdout}${stderr}` }).toEqual({ status: 0, output: "" });
    }
  });
});
