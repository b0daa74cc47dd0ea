import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { makeFolder } from "./cli/workCommand.js";
import { useDatabase } from "./support/database.js";
import { startGateway } from "./support/gatewayProcess.js";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const database = useDatabase();

/** Every job of the batch starts Node anew: only what hangs takes that long. */
const timeout = 300_000;

it("npm start -- --demo runs a batch from its creation until its jobs have run", { timeout }, async () => {
  const folder = await makeFolder();
  const gateway = startGateway({
    command: [process.execPath, main, "--demo"],
    env: { DATABASE_URL: database().url, DATA_DIR: folder, LOG_LEVEL: "warn" },
  });
  await gateway.prints("The jobs have run");
  const state = async () => (await database().prisma.batch.findFirst())?.workState;
  await expect.poll(state, { timeout }).toBe("SUCCEEDED");
  const statuses = await database().prisma.job.groupBy({ by: ["status"], where: { batchId: { not: null } }, _count: true });
  expect(statuses).toEqual([{ status: "COMPLETED", _count: 8 * 5 }]);
  expect(readdirSync(path.join(folder, "sample", "outputs"))).toHaveLength(8 * 5);
  gateway.child.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
});

it("npm start refuses options that there are not", async () => {
  const gateway = startGateway({ command: [process.execPath, main, "--demonstrate"] });
  expect(await gateway.ended).toBe(1);
  expect(gateway.printed.stderr).toBe("There is no --demonstrate: settings come by the environment, and the one option is --demo\n");
});
