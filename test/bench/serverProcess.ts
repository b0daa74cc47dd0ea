import { type ChildProcess, spawn } from "node:child_process";
import { connections } from "./options.js";

/** A server under test, in a process of its own. */
export interface ServerProcess {
  /** Null: it answers no requests. */
  readonly url: string | null;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server that answers. */
export type WebServer = ServerProcess & { readonly url: string };

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** What a process of the gateway is for. */
export interface GatewaySettings {
  readonly databaseUrl: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeFlags?: readonly string[];
}

/** Starts the gateway as its users do, but that it only answers requests. */
export const startGateway = ({ databaseUrl, env, nodeFlags = [] }: GatewaySettings): Promise<WebServer> =>
  startWeb([...nodeFlags, "dist/main.js"], { ...gatewayEnv(databaseUrl), ROLE: "gateway", ...env });

/** Starts the gateway so that it only expands batches. */
export async function startWorker({ databaseUrl, env, nodeFlags = [] }: GatewaySettings): Promise<ServerProcess> {
  const child = start([...nodeFlags, "dist/main.js"], { ...gatewayEnv(databaseUrl), ROLE: "worker", ...env });
  return { url: null, pid: child.pid as number, stop: () => stop(child) };
}

/** Starts a server that the gateway is compared with. */
export const startRival = (name: "floor" | "plain" | "usual", databaseUrl: string, env: NodeJS.ProcessEnv = {}): Promise<WebServer> =>
  startWeb([new URL(`servers/${name}.js`, import.meta.url).pathname], {
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(connections),
    ...env,
  });

const gatewayEnv = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  PORT: "0",
  LOG_LEVEL: "warn",
  POOL_SIZE: String(connections),
});

/** Every server says its address when it answers. */
async function startWeb(args: readonly string[], env: NodeJS.ProcessEnv): Promise<WebServer> {
  const child = start(args, env);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}:\n${said}`)));
  });
  return { url, pid: child.pid as number, stop: () => stop(child) };
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout?.resume();
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
