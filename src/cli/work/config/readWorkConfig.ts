import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { type Problem, refuse } from "../../../domain/errors.js";
import { FieldReader } from "../../../domain/fieldReader.js";
import { readUrl } from "../../readOption.js";
import { findProgram } from "./findProgram.js";
import { unknownPlaceholders } from "./placeholders.js";
import { readEngineOptions, readEngineSettings } from "./readEngine.js";
import { readTexts } from "./readTexts.js";
import type { EngineName, JobTypeCommand, WorkConfig } from "./workConfig.js";

const keys = [
  ...["url", "worker", "workFolder", "outputFolder", "maxJobs", "leaseSeconds", "killSeconds", "keepFailed"],
  ...["passEnvironment", "environment", "jobTypes"],
];
const jobTypeKeys = ["name", "version", "command", "maxJobs", "environment", "finalExitCodes"];
/** What programs need to find others, their user's files, and their language. */
const passedByDefault = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "SystemRoot"];
/** The most jobs that a claim can ask for. */
const maxMaxJobs = 1000;
/** An engine holds more; each of them is in the memory of its bridge, and a heartbeat a minute. */
const maxEngineJobs = 100_000;

/**
 * Reads a worker's configuration.
 * @param folder that relative paths start from
 * @param searchPath where programs are looked for: PATH
 * @param engine what is to run the jobs; null: this machine
 * @throws {DomainError} with everything that is wrong
 */
export function readWorkConfig(document: unknown, folder: string, searchPath: string, engine: EngineName | null = null): WorkConfig {
  const problems: Problem[] = [];
  const reader = new FieldReader(document, [], problems);
  // How long a command has between two signals, an engine decides.
  const known = engine ? [...keys.filter((key) => key !== "killSeconds"), engine] : keys;
  reader.refuseOthers(known, `is no setting: there are ${known.join(", ")}`);
  const pathOf = (key: string, absent: string) => path.resolve(folder, reader.text(key) || absent);
  const maxJobs = reader.integer("maxJobs", 1, engine ? maxEngineJobs : maxMaxJobs) ?? 1;
  const own = engine ? reader.within(engine) : undefined;
  const rules = { maxJobs, folder, searchPath: engine ? null : searchPath, engine, options: readEngineOptions(own) };
  const config: WorkConfig = {
    url: readUrlOf(reader),
    worker: readWorker(reader, engine),
    workFolder: pathOf("workFolder", engine ? "work" : path.join(tmpdir(), "batch-gateway-work")),
    outputFolder: pathOf("outputFolder", "outputs"),
    maxJobs,
    leaseSeconds: reader.integer("leaseSeconds", 5, 3600) ?? (engine ? 180 : 60),
    killSeconds: engine ? 0 : (reader.integer("killSeconds", 0, 3600) ?? 10),
    keepFailed: reader.flag("keepFailed") ?? false,
    passEnvironment: readTexts(reader, "passEnvironment") ?? passedByDefault,
    environment: readVariables(reader, engine),
    jobTypes: reader.items("jobTypes", (item) => readJobType(item, rules)),
    folder,
    engine: engine && readEngineSettings(own, engine),
  };
  if (config.jobTypes.length === 0 && problems.length === 0) reader.invalid("jobTypes", "must name at least one job type", "REQUIRED");
  refuseTwice(reader, config.jobTypes);
  refuse(problems);
  return config;
}

/** What holds for the job types of a configuration. */
interface JobTypeRules {
  readonly maxJobs: number;
  readonly folder: string;
  /** Null: programs are not looked for, as they are on other machines. */
  readonly searchPath: string | null;
  readonly engine: EngineName | null;
  /** What the engine is told of every job type. */
  readonly options: readonly string[];
}

function readJobType(reader: FieldReader, { maxJobs, folder, searchPath, engine, options }: JobTypeRules): JobTypeCommand {
  const known = engine ? [...jobTypeKeys, engine] : jobTypeKeys;
  reader.refuseOthers(known, `is no setting of a job type: there are ${known.join(", ")}`);
  const own = engine ? reader.within(engine) : undefined;
  own?.refuseOthers(["options"], `is no setting of ${engine} for a job type: there is options`);
  const codes = reader.value("finalExitCodes") ?? [];
  const areCodes = Array.isArray(codes) && codes.every((code) => Number.isInteger(code) && code >= 1 && code <= 255);
  if (!areCodes) reader.invalid("finalExitCodes", "must be an array of exit codes, from 1 to 255");
  return {
    name: reader.name("name"),
    version: reader.text("version", 50) || null,
    command: readCommand(reader, folder, searchPath),
    maxJobs: reader.integer("maxJobs", 1, engine ? maxEngineJobs : maxMaxJobs) ?? maxJobs,
    environment: readVariables(reader, engine),
    finalExitCodes: areCodes ? codes : [],
    engineOptions: [...options, ...readEngineOptions(own)],
  };
}

function readCommand(reader: FieldReader, folder: string, searchPath: string | null): JobTypeCommand["command"] {
  const [program, ...args] = readTexts(reader, "command", 1, "of the program and its arguments, which no shell reads") ?? [];
  if (program === undefined) {
    if (reader.value("command") === undefined) reader.invalid("command", "is required", "REQUIRED");
    return [""];
  }
  const unknown = [program, ...args].flatMap(unknownPlaceholders);
  if (unknown.length > 0) reader.invalid("command", `has placeholders that there are not: ${unknown.join(", ")}; for a brace, write two`);
  const found = findProgram(program, folder, searchPath);
  if (!found) reader.invalid("command", `names a program that is not there or can't be run: ${program}`);
  return [found ?? program, ...args];
}

/** Names with and without version would leave open which command runs a job. */
function refuseTwice(reader: FieldReader, jobTypes: readonly JobTypeCommand[]): void {
  for (const [i, { name, version }] of jobTypes.entries()) {
    const isTwice = jobTypes.slice(0, i).some((other) => other.name === name && (other.version ?? version) === (version ?? other.version));
    if (name !== "" && isTwice) reader.invalid("jobTypes", `name "${name}"${version ? ` ${version}` : ""} twice`);
  }
}

function readUrlOf(reader: FieldReader): string | null {
  const text = reader.text("url");
  try {
    return text ? readUrl(text) : null;
  } catch (error) {
    reader.invalid("url", (error as Error).message);
    return null;
  }
}

/** The jobs of an engine are called by it, and a bridge that is started again finds them by it. */
function readWorker(reader: FieldReader, engine: EngineName | null): string {
  if (!engine) return reader.text("worker", 250) || `${hostname()}-${process.pid}`;
  const name = reader.text("worker", 100) || `${hostname()}-${engine}`;
  if (!/^\w[\w.-]*$/.test(name))
    reader.invalid("worker", "must have letters, digits, _, . and - alone: jobs of the engine are called by it");
  return name;
}

function readVariables(reader: FieldReader, engine: EngineName | null): Record<string, string> {
  const variables = reader.object("environment") ?? {};
  // On the nodes of an engine a shell sets them.
  const names = engine ? /^[A-Za-z_]\w*$/ : /^[^=\0]+$/;
  const wrong = Object.entries(variables).filter(([name, value]) => !names.test(name) || typeof value !== "string" || value.includes("\0"));
  for (const [name] of wrong) reader.invalid("environment", `must have strings under names of variables, which is not so of "${name}"`);
  return variables as Record<string, string>;
}
