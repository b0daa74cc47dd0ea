import { expect, it } from "vitest";
import { useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";

const server = useServerObjects();

it("A process that is told to stop is no longer ready at once, and answers until its time to drain is over", async () => {
  const gateway = startGatewayOn(await server.emptyDatabase(), { DRAIN_SECONDS: "600" });
  const address = await gateway.address();
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(200);
  gateway.kill("SIGTERM");
  const readiness = async () => {
    const answer = await fetch(`${address}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };
  await expect.poll(readiness).toEqual({ status: 503, body: { status: "stopping", missing: [], detail: "The gateway is stopping" } });
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(`${address}/batches/`)).status).toBe(200);
  gateway.kill("SIGKILL");
});

it("A process that has drained ends well", async () => {
  const gateway = startGatewayOn(await server.emptyDatabase(), { DRAIN_SECONDS: "1" });
  await gateway.address();
  const start = performance.now();
  gateway.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
  expect(performance.now() - start).toBeGreaterThan(900);
});

it("A process that is told to stop while it starts ends well, too", async () => {
  const gateway = startGatewayOn(await server.emptyDatabase(), { LOG_LEVEL: "info" });
  await expect.poll(gateway.output).toContain("Migrated the database");
  gateway.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
});
