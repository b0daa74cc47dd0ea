import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect } from "vitest";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** A gateway in a process of its own, on a database that others have started. */
export interface GatewayProcess {
  /** What it has written so far. */
  output(): string;
  /** The address that it listens on, once it does. */
  address(): Promise<string>;
  /** The exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** @returns what starts gateways; those that still run at the end of a test are killed */
export function useGatewayProcesses(): (databaseUrl: string, env?: Readonly<Record<string, string>>) => GatewayProcess {
  const running = new Set<{ kill: (signal: NodeJS.Signals) => void; exited: Promise<unknown> }>();
  afterEach(async () => {
    for (const child of running) child.kill("SIGKILL");
    await Promise.all([...running].map(({ exited }) => exited));
    running.clear();
  });
  return (databaseUrl, env = {}) => {
    const all = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PORT: "0", LOG_LEVEL: "warn", ...env };
    const child = spawn(process.execPath, [main], { env: all, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    const exited = once(child, "close").then(([code]) => code as number | null);
    const gateway: GatewayProcess = {
      output: () => output,
      exited,
      kill: (signal) => void child.kill(signal),
      address: async () => {
        const find = () => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        await expect.poll(() => find() ?? (child.exitCode === null ? null : output), { timeout: 50_000 }).toMatch(/^http:/);
        return find() as string;
      },
    };
    running.add(gateway);
    return gateway;
  };
}
