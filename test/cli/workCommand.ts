import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";

/** What `npm run work` runs. */
export const workScript = fileURLToPath(new URL("../../dist/cli/work.js", import.meta.url));

/** A folder of the test's own. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-work-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A command that runs a script of Node's. */
export const nodeCommand = (script: string, ...args: string[]): string[] => [
  "{node}",
  "-e",
  script.replaceAll("{", "{{").replaceAll("}", "}}"),
  ...args,
];

export interface RunningWorker {
  readonly child: ChildProcess;
  readonly folder: string;
  printed(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts a worker, which is killed at the end of the test.
 * @param settings its configuration; folders and the lease have defaults
 * @param options `maxFiles`: how many files it may have open
 */
export async function startWorker(
  url: string,
  settings: Record<string, unknown>,
  { env = {}, folder, args = [], maxFiles }: { env?: NodeJS.ProcessEnv; folder?: string; args?: readonly string[]; maxFiles?: number } = {},
): Promise<RunningWorker> {
  const place = folder ?? (await makeFolder());
  const file = path.join(place, "work.json");
  await writeFile(
    file,
    JSON.stringify({
      workFolder: "work",
      outputFolder: "outputs",
      leaseSeconds: 5,
      ...(args.length === 0 && { killSeconds: 1 }),
      ...settings,
    }),
  );
  const command = [process.execPath, workScript, "--config", file, "--url", url, ...args] as const;
  const [program, ...others] = maxFiles ? ["sh", "-c", `ulimit -n ${maxFiles}; exec "$@"`, "sh", ...command] : command;
  const child = spawn(program as string, others, { env: { ...process.env, ...env }, stdio: "pipe" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(() => void child.kill("SIGKILL"));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  await expect.poll(() => said).toContain("Worker ");
  return { child, folder: place, printed: () => said, ended, stop };
}
