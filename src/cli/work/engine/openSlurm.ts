import { pickEnvironment } from "../../../config/invocation.js";
import { type Problem, refuse } from "../../../domain/errors.js";
import type { WorkConfig } from "../config/workConfig.js";
import { Slurm } from "./Slurm.js";

/** What Slurm's commands get of the worker's own environment: where they are, what they talk to, and no secret. */
const passed = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "LD_LIBRARY_PATH", "SLURM_CONF", "SLURM_CONF_SERVER"];

/** @throws {DomainError} with each job type whose options Slurm refuses; where it can't be asked, they may be right */
export async function openSlurm({ worker, jobTypes }: WorkConfig): Promise<Slurm> {
  const slurm = new Slurm(worker, pickEnvironment(passed));
  const problems: Problem[] = [];
  const refusals = new Map<string, string | null>();
  for (const [i, { engineOptions }] of jobTypes.entries()) {
    const key = engineOptions.join("\0");
    if (!refusals.has(key)) refusals.set(key, await slurm.refuses(engineOptions));
    const message = refusals.get(key);
    if (message) problems.push({ code: "INVALID", path: ["jobTypes", String(i), "slurm", "options"], message: `are refused: ${message}` });
  }
  refuse(problems);
  return slurm;
}
