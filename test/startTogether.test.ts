import { expect, test } from "vitest";
import { openDatabase } from "../src/db/database.js";
import { useServerObjects } from "./support/database.js";
import { startGatewayOn } from "./support/gatewayProcess.js";

const server = useServerObjects();

test("Two gateways that are started at once on an empty database both come up, and one of them makes its tables", async () => {
  const url = await server.emptyDatabase();
  const gateways = [startGatewayOn(url, { LOG_LEVEL: "info" }), startGatewayOn(url, { LOG_LEVEL: "info" })];
  const addresses = await Promise.all(gateways.map((gateway) => gateway.address()));
  for (const address of addresses) {
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 60_000 }).toBe(200);
    expect((await fetch(`${address}/batches/`)).status).toBe(200);
  }
  const outputs = gateways.map((gateway) => gateway.output());
  expect(outputs.filter((output) => output.includes("Migrated the database"))).toHaveLength(1);
  expect(outputs.join("")).not.toMatch(/"level":"?(50|error)/);
  const database = openDatabase(url, 1);
  expect(await database.prisma.jobType.count({ where: { isSystem: true } })).toBe(1);
  await database.close();
}, 240_000);
