import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { type Problem, refuse } from "../../../domain/errors.js";
import { FieldReader } from "../../../domain/fieldReader.js";
import { readUrl } from "../../readUrl.js";
import { findProgram } from "./findProgram.js";
import { unknownPlaceholders } from "./placeholders.js";
import type { JobTypeCommand, WorkConfig } from "./workConfig.js";

const keys = [
  ...["url", "worker", "workFolder", "outputFolder", "maxJobs", "leaseSeconds", "killSeconds", "keepFailed"],
  ...["passEnvironment", "environment", "jobTypes"],
];
const jobTypeKeys = ["name", "version", "command", "maxJobs", "environment", "finalExitCodes"];
/** What programs need to find others, their user's files, and their language. */
const passedByDefault = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "SystemRoot"];
/** The most jobs that a claim can ask for. */
const maxMaxJobs = 1000;

/**
 * Reads a worker's configuration.
 * @param folder that relative paths start from
 * @param searchPath where programs are looked for: PATH
 * @throws {DomainError} with everything that is wrong
 */
export function readWorkConfig(document: unknown, folder: string, searchPath: string): WorkConfig {
  const problems: Problem[] = [];
  const reader = new FieldReader(document, [], problems);
  reader.refuseOthers(keys, `is no setting: there are ${keys.join(", ")}`);
  const pathOf = (key: string, absent: string) => path.resolve(folder, reader.text(key) || absent);
  const maxJobs = reader.integer("maxJobs", 1, maxMaxJobs) ?? 1;
  const config: WorkConfig = {
    url: readUrlOf(reader),
    worker: reader.text("worker", 250) || `${hostname()}-${process.pid}`,
    workFolder: pathOf("workFolder", path.join(tmpdir(), "batch-gateway-work")),
    outputFolder: pathOf("outputFolder", "outputs"),
    maxJobs,
    leaseSeconds: reader.integer("leaseSeconds", 5, 3600) ?? 60,
    killSeconds: reader.integer("killSeconds", 0, 3600) ?? 10,
    keepFailed: reader.flag("keepFailed") ?? false,
    passEnvironment: readTexts(reader, "passEnvironment") ?? passedByDefault,
    environment: readVariables(reader),
    jobTypes: reader.items("jobTypes", (item) => readJobType(item, maxJobs, folder, searchPath)),
    folder,
  };
  if (config.jobTypes.length === 0 && problems.length === 0) reader.invalid("jobTypes", "must name at least one job type", "REQUIRED");
  refuseTwice(reader, config.jobTypes);
  refuse(problems);
  return config;
}

function readJobType(reader: FieldReader, maxJobs: number, folder: string, searchPath: string): JobTypeCommand {
  reader.refuseOthers(jobTypeKeys, `is no setting of a job type: there are ${jobTypeKeys.join(", ")}`);
  const codes = reader.value("finalExitCodes") ?? [];
  const areCodes = Array.isArray(codes) && codes.every((code) => Number.isInteger(code) && code >= 1 && code <= 255);
  if (!areCodes) reader.invalid("finalExitCodes", "must be an array of exit codes, from 1 to 255");
  return {
    name: reader.name("name"),
    version: reader.text("version", 50) || null,
    command: readCommand(reader, folder, searchPath),
    maxJobs: reader.integer("maxJobs", 1, maxMaxJobs) ?? maxJobs,
    environment: readVariables(reader),
    finalExitCodes: areCodes ? codes : [],
  };
}

function readCommand(reader: FieldReader, folder: string, searchPath: string): JobTypeCommand["command"] {
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

function readTexts(reader: FieldReader, key: string, min = 0, of = "of strings"): string[] | undefined {
  const texts = reader.value(key);
  if (texts === undefined) return undefined;
  const isRight = Array.isArray(texts) && texts.length >= min && texts.every((text) => typeof text === "string" && !text.includes("\0"));
  if (isRight) return texts;
  reader.invalid(key, `must be an array ${of}`);
}

function readVariables(reader: FieldReader): Record<string, string> {
  const variables = reader.object("environment") ?? {};
  const wrong = Object.entries(variables).filter(
    ([name, value]) => !/^[^=\0]+$/.test(name) || typeof value !== "string" || value.includes("\0"),
  );
  for (const [name] of wrong) reader.invalid("environment", `must have strings under names of variables, which is not so of "${name}"`);
  return variables as Record<string, string>;
}
