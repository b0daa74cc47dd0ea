import { execFile, spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { startGateway } from "../support/gatewayProcess.js";

/** A disk of its own, in memory: only root may make one. */
const disk = mkdtempSync(path.join(tmpdir(), "batch-gateway-disk-"));
const isMounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=320m", "none", disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

const command = (name: string) => fileURLToPath(new URL(`../../dist/cli/${name}.js`, import.meta.url));
const ballast = path.join(disk, "ballast");

/** Writes until nothing more fits on the disk. */
function fill(): void {
  const file = openSync(ballast, "w");
  const bytes = Buffer.alloc(65_536);
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

it.skipIf(!isMounted)("A full disk refuses what does not fit, loses nothing, and once there is room all goes on by itself", async () => {
  chmodSync(disk, 0o711);
  const env = { PATH: process.env.PATH, DATA_DIR: path.join(disk, "data") };
  const gateway = startGateway({ env });
  await gateway.prints('"Ready"');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(gateway.printed.stdout)?.[0];
  const run = promisify(execFile);
  await run(process.execPath, [command("load"), "--sample"], { env });
  const { results } = (await (await fetch(`${address}/recipe-types/`)).json()) as { results: { id: number }[] };
  const create = (description: string) =>
    fetch(`${address}/batches/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ recipe_type_id: results[0]?.id, description, definition: { version: "1.0", all_jobs: true } }),
    });

  fill();
  const created: number[] = [];
  const refusals: [number, unknown][] = [];
  while (refusals.length < 5) {
    const response = await create("x".repeat(5000));
    const body = (await response.json()) as { id: number; detail?: string };
    if (response.ok) created.push(body.id);
    else refusals.push([response.status, body.detail]);
  }
  for (const refusal of refusals) expect(refusal).toEqual([503, expect.any(String)]);

  unlinkSync(ballast);
  const statuses = async () => {
    const response = await fetch(`${address}/batches/?page_size=1000`).catch(() => null);
    const { results: batches = [] } = response?.ok ? ((await response.json()) as { results: { id: number; status: string }[] }) : {};
    return batches.filter(({ id }) => created.includes(id)).map(({ status }) => status);
  };
  await expect.poll(statuses, { timeout: 100_000, interval: 1000 }).toEqual(created.map(() => "CREATED"));
  // It ends with another exit code, and so rejects, where an invariant is broken.
  await run(process.execPath, [command("verify")], { env });
});
