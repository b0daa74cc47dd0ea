import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { useDatabase } from "./support/database.js";
import { type GatewayProcess, startGateway } from "./support/gatewayProcess.js";

const database = useDatabase();
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly graphql?: string;
  readonly alsoAt?: readonly string[];
}

const linesOf = ({ printed }: GatewayProcess): Line[] =>
  printed.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

async function ready(env: NodeJS.ProcessEnv): Promise<GatewayProcess> {
  const gateway = startGateway({ env });
  await gateway.prints('"Ready"');
  return gateway;
}

const readyLine = (gateway: GatewayProcess): Line => linesOf(gateway).at(-1) as Line;

const originOf = (gateway: GatewayProcess): string => new URL(readyLine(gateway).graphql as string).origin;

describe("Where standard output is no terminal", () => {
  it("all of it is JSON lines, and the last one alone says the addresses, whatever the log's level", async () => {
    for (const LOG_LEVEL of ["info", "silent"]) {
      const gateway = await ready({ DATABASE_URL: database().url, LOG_LEVEL });
      const origin = originOf(gateway);
      expect(readyLine(gateway)).toMatchObject({ graphql: `${origin}/graphql`, rest: `${origin}/batches/`, docs: `${origin}/docs` });
      expect(linesOf(gateway).filter((line) => JSON.stringify(line).includes(new URL(origin).host))).toHaveLength(1);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    }
  });

  it("a HOST that others reach is warned of, and every address that is said answers", async () => {
    const gateway = await ready({ DATABASE_URL: database().url, HOST: "0.0.0.0", ALLOW_ANONYMOUS: "1" });
    expect(linesOf(gateway).filter(({ level }) => level >= 40)).toMatchObject([{ msg: expect.stringMatching(/^HOST=0\.0\.0\.0: /) }]);
    for (const address of [originOf(gateway), ...(readyLine(gateway).alsoAt ?? [])]) {
      expect(address).not.toContain("0.0.0.0");
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
    }
  });

  it("a HOST of this machine alone is not warned of", async () => {
    const gateway = await ready({ DATABASE_URL: database().url, HOST: "localhost" });
    expect(linesOf(gateway).filter(({ level }) => level >= 40)).toEqual([]);
  });
});

/** From util-linux: gives a program a terminal. */
const script = "/usr/bin/script";

it.skipIf(process.platform !== "linux" || !existsSync(script))(
  "In a terminal the log is readable, and the addresses come last, in one piece",
  async () => {
    const env = { DATABASE_URL: database().url, HOST: "0.0.0.0", ALLOW_ANONYMOUS: "1", NO_COLOR: "1" };
    const gateway = startGateway({ command: [script, "-qec", `exec ${process.execPath} ${main}`, "/dev/null"], env });
    await gateway.prints("/docs)");
    const lines = gateway.printed.stdout.replaceAll("\r", "").split("\n");
    expect(lines[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: HOST=0\.0\.0\.0: /);
    const block = lines.slice(lines.indexOf("") + 1).filter((line) => line !== "" && !line.startsWith("  Also at"));
    expect(block.map((line) => line.replace(/:\d+/g, ""))).toEqual([
      "  Console   http://127.0.0.1/   (in a browser)",
      "  GraphiQL  http://127.0.0.1/graphql   (in a browser)",
      "  GraphQL   http://127.0.0.1/graphql",
      "  REST      http://127.0.0.1/batches/   (documented at http://127.0.0.1/docs)",
    ]);
  },
);

/** A data directory that the server's user can enter, root's server, too. */
async function dataDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-start-"));
  await chmod(directory, 0o755);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

describe("The embedded server is not left behind", () => {
  it("where nobody reads standard output any more: the gateway runs on, says so, and stops as always", async () => {
    const DATA_DIR = await dataDirectory();
    const gateway = await ready({ DATA_DIR });
    const origin = originOf(gateway);
    gateway.child.stdout?.destroy();
    // Each of them is logged.
    for (let request = 0; request < 5; request++) expect((await fetch(`${origin}/batches/`)).status).toBe(200);
    await gateway.prints("Nobody reads standard output any more");
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(await readdir(path.join(DATA_DIR, "postgres"))).not.toContain("postmaster.pid");
  });

  it.skipIf(process.platform === "win32")("where the terminal is closed", async () => {
    const DATA_DIR = await dataDirectory();
    const gateway = await ready({ DATA_DIR });
    gateway.child.kill("SIGHUP");
    expect(await gateway.ended).toBe(0);
    expect(await readdir(path.join(DATA_DIR, "postgres"))).not.toContain("postmaster.pid");
  });
});
