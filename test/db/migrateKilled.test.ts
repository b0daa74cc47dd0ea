import pg from "pg";
import { describe, expect, it } from "vitest";
import { migrationNames } from "../../src/db/readMigrations.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { describeTables } from "../support/describeTables.js";
import { startGatewayOn } from "../support/gatewayProcess.js";

const database = useDatabase();
const server = useServerObjects();

const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/** Runs work while the migration that makes a table waits in the middle: somebody else is about to make a table of that name. */
async function whileWaiting(url: string, table: string, work: () => Promise<void>): Promise<void> {
  const other = new pg.Client(url);
  await other.connect();
  try {
    await other.query(`BEGIN; CREATE TABLE ${table} ()`);
    await work();
  } finally {
    await other.end();
  }
}

const untilOneWaits = (url: string) => expect.poll(async () => (await server.run(url, waiting)).length, { timeout: 50_000 }).toBe(1);

/** Expects that a gateway starts on the database and finds it whole. */
async function expectStart(url: string): Promise<void> {
  const address = await startGatewayOn(url).address();
  // Its worker must have looked for work once.
  await expect.poll(async () => (await fetch(`${address}/readyz`)).json(), { timeout: 50_000 }).toEqual({ status: "ready" });
  const own = new pg.Pool({ connectionString: url });
  expect(await describeTables(own)).toEqual(await describeTables(database().pool));
  await own.end();
  const finished = await server.run(url, "SELECT FROM _prisma_migrations WHERE finished_at IS NOT NULL AND applied_steps_count = 1");
  expect(finished).toHaveLength((await migrationNames()).length);
}

describe("A process that ends in the middle of a migration leaves it undone, and the next one goes on:", () => {
  it.each(["trigger_rule", "batch_tally", "batch_title_mark", "graphile_worker.jobs"])("killed while it makes %s", async (table) => {
    const url = await server.emptyDatabase();
    if (table.startsWith("graphile")) await server.run(url, "CREATE SCHEMA graphile_worker");
    await whileWaiting(url, table, async () => {
      const gateway = startGatewayOn(url);
      await untilOneWaits(url);
      gateway.kill("SIGKILL");
      await gateway.ended;
      // PostgreSQL has noticed, and gives the lock to the next.
      await expect.poll(async () => (await server.run(url, waiting)).length, { timeout: 50_000 }).toBe(0);
    });
    await expectStart(url);
  });

  it("killed, and the next one comes while PostgreSQL has not noticed", async () => {
    const url = await server.emptyDatabase();
    await whileWaiting(url, "batch_tally", async () => {
      const gateway = startGatewayOn(url);
      await untilOneWaits(url);
      gateway.kill("SIGKILL");
      startGatewayOn(url);
      await expect.poll(async () => (await server.run(url, waiting)).length, { timeout: 50_000 }).toBeGreaterThan(0);
    });
    await expectStart(url);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("stopped by %s, at once and with exit code 0", async (signal) => {
    const url = await server.emptyDatabase();
    await whileWaiting(url, "batch_tally", async () => {
      const gateway = startGatewayOn(url);
      await untilOneWaits(url);
      gateway.kill(signal);
      expect([await gateway.ended, gateway.output()]).toEqual([0, ""]);
    });
    await expectStart(url);
  });
});
