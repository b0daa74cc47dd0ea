import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";
import type { Database } from "../../src/db/database.js";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** A worker in a process of its own, as it runs in production. */
export interface WorkerProcess {
  signal(signal: "SIGSTOP" | "SIGCONT"): void;
  /** Sends a signal and waits for the end. @returns the exit code, null where the signal ended it */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

/**
 * @returns a function that starts workers. Those that still run at the end of a test are killed. What they wrote is shown where the test
 * fails
 */
export function useWorkerProcesses(): (database: Pick<Database, "url">, concurrency?: number) => WorkerProcess {
  const running = new Set<ChildProcess>();
  let output = "";
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(output);
    output = "";
    for (const child of running) child.kill("SIGKILL");
    await Promise.all([...running].map((child) => once(child, "exit")));
  });
  return (database, concurrency = 2) => {
    const env = { ROLE: "worker", DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "warn", WORKER_CONCURRENCY: String(concurrency) };
    const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    const exited = once(child, "exit") as Promise<[number | null]>;
    running.add(child);
    void exited.then(() => running.delete(child));
    return {
      signal: (signal) => void child.kill(signal),
      end: async (signal) => {
        child.kill(signal);
        return (await exited)[0];
      },
    };
  };
}
