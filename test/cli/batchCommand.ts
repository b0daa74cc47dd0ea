import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/db/database.js";

const dist = (file: string) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));

/** What `npm run batch` runs. */
export const batchScript = dist("cli/batch.js");

/** A gateway in a process of its own. */
export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

export interface GatewayOptions {
  /** `gateway`: batches stay SUBMITTED until the test expands them. */
  readonly role?: "gateway" | "all";
  /** 0: any free one. */
  readonly port?: number;
}

/** Starts a gateway and waits until it answers. */
export async function startGateway(database: Database, { role = "gateway", port = 0 }: GatewayOptions = {}): Promise<Gateway> {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, PORT: String(port), ROLE: role, LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, [dist("main.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  return { url: await addressOf(child), stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
      const url = /"graphql":"([^"]+)"/.exec(printed)?.[1];
      if (url) resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`The gateway ended with ${code}: ${printed}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

/** Gives the test file a gateway over its database. */
export function useGateway(database: () => Database, options: GatewayOptions = {}): () => Gateway {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway(database(), options);
  });
  afterAll(() => gateway?.stop());
  return () => gateway;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test does while the command runs: it is told all that was printed so far, at every output. */
type OnOutput = (printed: { readonly stdout: string; readonly stderr: string }, child: ChildProcess) => void;

/** Runs `npm run batch -- ARGS`, as built, without a terminal. */
export const batchCommand = (args: readonly string[], onOutput?: OnOutput, env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  run(process.execPath, [batchScript, ...args], env, onOutput);

/** Runs a program without a terminal. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, onOutput?: OnOutput): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].on("data", (chunk) => {
        printed[stream] += chunk;
        onOutput?.(printed, child);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...printed }));
  });
}

/** Does something once, as soon as the output has a text. */
export function onceSaid(stream: "stdout" | "stderr", text: string, then: (child: ChildProcess) => void): OnOutput {
  let isDone = false;
  return (printed, child) => {
    if (isDone || !printed[stream].includes(text)) return;
    isDone = true;
    then(child);
  };
}
