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
}
