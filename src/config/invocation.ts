import path from "node:path";

/** How a command was started. */
export interface Invocation {
  /**
   * The directory in which the person typed the command. Paths on the command line are relative to it. npm itself goes on to the package's
   * directory.
   */
  readonly directory: string;
  /** What is typed before the arguments: `npm run load --`. */
  readonly name: string;
  /** Whether npm has started it, in a shell that passes no signals on. */
  readonly isRunByNpm: boolean;
  /**
   * Whether npm took an option for itself, because no `--` stood before it. npm then hands the option on as a variable of the environment.
   */
  isKeptByNpm(option: string): boolean;
}

/** @param script the command's name in package.json @param launcher the file that Node was started with */
export function readInvocation(
  script: "batch" | "load" | "keys" | "work" | "verify" | "prune",
  env: NodeJS.ProcessEnv = process.env,
  launcher = process.argv[1] ?? "",
): Invocation {
  const isRunByNpm = env.npm_lifecycle_event === script;
  const isRunByBin = path.parse(launcher).name === "batch-gateway";
  return {
    directory: ((isRunByNpm || isRunByBin) && env.INIT_CWD) || process.cwd(),
    isRunByNpm,
    name: isRunByBin ? `npx batch-gateway ${script}` : `npm run ${script} --`,
    isKeptByNpm: (option) => isRunByNpm && Boolean(env[`npm_config_${option.replaceAll("-", "_")}`]),
  };
}

/** How often it is looked whether npm's shell has gone away. */
const lookMilliseconds = 500;

/**
 * Tells a process that npm has started to stop. npm passes signals to the shell in which it started the process, and the shell passes none
 * on, but ends.
 */
export function whenNpmStops(isRunByNpm: boolean, stop: () => void): void {
  if (!isRunByNpm) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop();
  }, lookMilliseconds).unref();
}

/** The variables of the environment that have these names: what a worker hands on to the commands that it runs. */
export const pickEnvironment = (names: readonly string[], env: NodeJS.ProcessEnv = process.env): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
