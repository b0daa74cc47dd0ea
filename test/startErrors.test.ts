import { execFileSync } from "node:child_process";
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { useDatabase } from "./support/database.js";
import { startGateway } from "./support/gatewayProcess.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const database = useDatabase();

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-start-"));
  await chmod(directory, 0o755);
  return () => rm(directory, { recursive: true, force: true });
});

/** Starts a gateway that is expected not to come up. @returns what it says */
async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
  const gateway = startGateway({ cwd: directory, env });
  expect(await gateway.ended).toBe(1);
  expect(gateway.printed.stdout).toBe("");
  return gateway.printed.stderr;
}

/** A port that is in use until the end of the test. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

async function urlWith(change: (url: URL) => void): Promise<string> {
  const url = new URL(database().url);
  change(url);
  return url.href;
}

describe("A start that fails names the setting and the remedy", () => {
  it("where the password is wrong", async () => {
    const url = await urlWith((one) => {
      one.password = "wrong";
    });
    expect(await refusal({ DATABASE_URL: url })).toBe(
      `DATABASE_URL: password authentication failed for user "postgres"\nCorrect the user or the password in it.\n`,
    );
  });

  it("where the database does not exist", async () => {
    const url = await urlWith((one) => {
      one.pathname = "/nowhere";
    });
    expect(await refusal({ DATABASE_URL: url })).toBe(
      'DATABASE_URL: database "nowhere" does not exist\nCreate that database, or name another one in it.\n',
    );
  });

  it("where nothing listens at the database's address", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    expect(await refusal({ DATABASE_URL: `postgresql://ada@127.0.0.1:${port}/scale` })).toBe(
      `DATABASE_URL: connect ECONNREFUSED 127.0.0.1:${port}\nStart PostgreSQL there, or correct the host and the port in it. Without DATABASE_URL the gateway brings its own.\n`,
    );
  });

  it("where the port is taken, before the database is set up", async () => {
    const port = await takenPort();
    expect(await refusal({ PORT: String(port) })).toBe(
      `PORT: ${port} is in use on 127.0.0.1.\nStop what listens there, or set another PORT.\n`,
    );
    expect(await readdir(directory)).toEqual([]);
  });

  it("where the host is none of this machine", async () => {
    // Of the addresses that are kept for documentation (RFC 5737).
    expect(await refusal({ HOST: "203.0.113.1", ALLOW_ANONYMOUS: "1" })).toMatch(
      /^HOST: 203\.0\.113\.1 is no address of this machine .*\nSet HOST to .*\n$/,
    );
  });

  it("where the data directory can't be made", async () => {
    const file = path.join(directory, "file");
    await writeFile(file, "");
    expect(await refusal({ DATA_DIR: path.join(file, "data") })).toMatch(
      /^DATA_DIR: ENOTDIR: .*\/file\/data'\nSet it to a folder that can be written to\.\n$/,
    );
  });

  it("where the data directory has something else in the database's place", async () => {
    await mkdir(path.join(directory, "postgres"));
    await writeFile(path.join(directory, "postgres", "letter.txt"), "Dear Ada");
    expect(await refusal({ DATA_DIR: directory })).toBe(
      `DATA_DIR: ${path.join(directory, "postgres")} is there, but was not set up to its end. Remove it.\n`,
    );
    expect(await readdir(directory)).toEqual(["postgres"]);
  });
});

describe("On a Node that is too old, which one is needed is said by", () => {
  it.each([
    ["build.js", "20.18.9", "20.19"],
    ["dist/main.js", "18.20.8", "20.19"],
    ["dist/cli/load.js", "22.12.0", "22.13"],
    ["dist/cli/batch.js", "20.18.9", "20.19"],
  ])("%s, on %s", async (script, own, needed) => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "${own}" })`;
    const { ended, printed } = startGateway({ command: [process.execPath, "--import", pretend, path.join(root, script)], cwd: directory });
    expect(await ended).toBe(1);
    expect(printed.stderr).toBe(`Node ${needed} or newer is needed: this is ${own}.\n`);
  });
});

/** Root may write wherever the file system lets it. */
const asNobody = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

describe.skipIf(process.platform === "win32")("In a checkout that can't be written to", () => {
  const build = () =>
    startGateway({ command: [...asNobody, process.execPath, "build.js"] as unknown as [string], cwd: path.join(directory, "checkout") });

  async function makeCheckout(): Promise<string> {
    const checkout = path.join(directory, "checkout");
    await mkdir(checkout);
    for (const file of [
      "build.js",
      "requireNode.js",
      "package.json",
      "package-lock.json",
      "prisma.config.ts",
      "tsconfig.json",
      "vite.config.js",
    ]) {
      await copyFile(path.join(root, file), path.join(checkout, file));
    }
    for (const folder of ["src", "prisma"]) await cp(path.join(root, folder), path.join(checkout, folder), { recursive: true });
    await symlink(path.join(root, "node_modules"), path.join(checkout, "node_modules"));
    return checkout;
  }

  it("what to do is said where it was never built; where it was, there is nothing to build", async () => {
    const checkout = await makeCheckout();
    execFileSync("chmod", ["-R", "a-w,a+rX", checkout]);
    const refused = build();
    expect(await refused.ended).toBe(1);
    expect(refused.printed.stderr).toBe(
      `${path.join(checkout, "dist")} can't be written to (EACCES).\n` +
        "The gateway is not built yet, or has changed since. Run `npm run build` as a user who may write there: then it starts read-only, too.\n",
    );
    execFileSync("chmod", ["u+w", checkout]);
    await cp(path.join(root, "dist"), path.join(checkout, "dist"), { recursive: true });
    execFileSync("chmod", ["-R", "a-w,a+rX", checkout]);
    const built = build();
    expect(await built.ended).toBe(0);
    expect(built.printed).toEqual({ stdout: "", stderr: "" });
    execFileSync("chmod", ["-R", "u+w", checkout]);
  });
});
