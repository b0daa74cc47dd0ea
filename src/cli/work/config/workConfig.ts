/** The engines that there are. */
export const engineNames = ["slurm"] as const;
export type EngineName = (typeof engineNames)[number];

/** What a worker is told to do, with its paths made absolute. `docs/workers.md` documents the file. */
export interface WorkConfig {
  /** Null: that of the command line, or the one on this machine. */
  readonly url: string | null;
  readonly worker: string;
  /** Where each job gets a folder of its own. */
  readonly workFolder: string;
  /** Where output files are moved to. */
  readonly outputFolder: string;
  readonly maxJobs: number;
  readonly leaseSeconds: number;
  /** How long a command may take to end after SIGTERM, before SIGKILL. */
  readonly killSeconds: number;
  /** Whether the folders of jobs that failed are kept. */
  readonly keepFailed: boolean;
  readonly passEnvironment: readonly string[];
  /** Variables that commands get besides. */
  readonly environment: Readonly<Record<string, string>>;
  readonly jobTypes: readonly JobTypeCommand[];
  /** The folder of the configuration: relative paths start from there. */
  readonly folder: string;
  /** Null: commands are run on this machine. */
  readonly engine: EngineSettings | null;
}

/** How much is asked of an engine. */
export interface EngineSettings {
  /** How long nothing is claimed after a claim, unless it brought the most that one can, so that arrays are large. */
  readonly gatherSeconds: number;
  /** How often the engine is asked about its tasks. */
  readonly lookSeconds: number;
}

export interface JobTypeCommand {
  readonly name: string;
  /** Null: all versions. */
  readonly version: string | null;
  /** The program and its arguments, with placeholders. */
  readonly command: readonly [string, ...string[]];
  readonly maxJobs: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Exit codes after which trying again is of no use. */
  readonly finalExitCodes: readonly number[];
  /** What an engine is told besides, such as the partition. */
  readonly engineOptions: readonly string[];
}

export const commandOf = ({ jobTypes }: WorkConfig, { name, version }: { name: string; version: string }): JobTypeCommand | undefined =>
  jobTypes.find((each) => each.name === name && (each.version ?? version) === version);
