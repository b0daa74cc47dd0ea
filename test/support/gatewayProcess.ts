import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** A gateway as operators run it. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly printed: { stdout: string; stderr: string };
  /** Resolves when it has printed this; rejects when it ends before. */
  prints(text: string): Promise<void>;
  /** Its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Which program to run, and where. By default, it is this checkout's gateway on any free port. */
export interface GatewayCommand {
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a gateway that knows nothing of the environment of the tests, and stops it at the end of the test. */
export function startGateway({ command = [process.execPath, main], cwd, env }: GatewayCommand): GatewayProcess {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) child[stream].on("data", (chunk) => (printed[stream] += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const prints = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => `${printed.stdout}${printed.stderr}`.includes(text) && resolve();
      for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
      void ended.then((code) => reject(new Error(`Ended with ${code}:\n${printed.stdout}${printed.stderr}`)));
      look();
    });
  return { child, printed, prints, ended };
}

/** Starts a gateway on a database that others have started. @param command which program, where it is another than this checkout's */
export function startGatewayOn(databaseUrl: string, env: NodeJS.ProcessEnv = {}, command: GatewayCommand = {}) {
  const gateway = startGateway({ ...command, env: { DATABASE_URL: databaseUrl, LOG_LEVEL: "warn", ...env } });
  const { child, printed, ended } = gateway;
  return {
    ended,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    output: () => `${printed.stdout}${printed.stderr}`,
    /** The address that it listens on, once it does. */
    address: async (): Promise<string> => {
      await gateway.prints("/graphql");
      return /http:\/\/127\.0\.0\.1:\d+/.exec(printed.stdout)?.[0] as string;
    },
  };
}
