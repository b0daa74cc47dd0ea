import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { claim, completed } from "../support/work.js";

const server = useServerObjects();
const verifyScript = fileURLToPath(new URL("../../dist/cli/verify.js", import.meta.url));
const debian = "/usr/lib/postgresql";

/** Where Debian has PostgreSQL's programs of a version, or of a newer one; null where it has none. */
function programsFor(version: number): string | null {
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((a, b) => a - b)
    : [];
  const fitting = versions.find((one) => one >= version && existsSync(`${debian}/${one}/bin/pg_dump`));
  return fitting === undefined ? null : `${debian}/${fitting}/bin`;
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: { PATH: process.env.PATH, ...env } });
  expect({ program, status, output: status === 0 ? "" : `${stdout}${stderr}` }).toEqual({ program, status: 0, output: "" });
}

it("A dump of a database that is being worked on is restored, agrees with itself, and its batches go on to their ends", async ({
  skip,
}) => {
  const url = await server.emptyDatabase();
  const [{ version }] = (await server.run(url, "SELECT current_setting('server_version_num')::int / 10000 AS version")) as [
    { version: number },
  ];
  const bin = programsFor(version);
  if (!bin) return skip(`No pg_dump for PostgreSQL ${version}`);
  const folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-backup-"));
  const dump = path.join(folder, "gateway.dump");

  const gateway = startGatewayOn(url);
  await gateway.address();
  const database = openDatabase(url, 4);
  const type = await makeType(database, "parse publish<parse");
  await makeManyRecipes(database, type, 3000);
  const batches = [await submit(database, type, { all_jobs: true })];
  // The dump is made in the middle: recipes are being made, and jobs are in the hands of workers.
  await expect.poll(async () => (await server.run(url, "SELECT FROM batch_recipe LIMIT 1")).length).toBe(1);
  await expect.poll(async () => (await claim(database, { max: 20 })).length).toBeGreaterThan(0);
  run(`${bin}/pg_dump`, ["--format=custom", `--file=${dump}`, url]);
  gateway.kill("SIGKILL");
  await gateway.ended;
  await database.close();

  const restored = await server.emptyDatabase("TEMPLATE template0 ENCODING 'UTF8'");
  run(`${bin}/pg_restore`, [`--dbname=${restored}`, "--no-owner", "--exit-on-error", dump]);
  await rm(folder, { recursive: true });
  const verify = () => run(process.execPath, [verifyScript], { DATABASE_URL: restored });
  verify();

  const second = startGatewayOn(restored);
  const address = await second.address();
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(200);
  const its = openDatabase(restored, 4);
  const status = `SELECT status FROM batch WHERE id = ${batches[0]}`;
  await expect.poll(async () => (await server.run(restored, status))[0].status, { timeout: 90_000 }).toBe("CREATED");
  const [{ made }] = (await server.run(restored, "SELECT count(*)::int AS made FROM batch_recipe WHERE recipe_id IS NOT NULL")) as [
    { made: number },
  ];
  expect(made).toBe(3000);
  const [one] = await claim(its, { max: 1 });
  expect((await reportJobs(its, [completed(one as { token: string })]))[0]?.problem).toBeNull();
  await its.close();
  second.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  verify();
});
