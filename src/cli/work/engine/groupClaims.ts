import type { Claim } from "../gateway/Gateway.js";

/** What the tasks of an array need. */
export interface Needs {
  readonly cpus: number;
  readonly memoryMebibytes: number;
  readonly seconds: number;
}

export interface ClaimGroup extends Needs {
  readonly claims: readonly Claim[];
}

/**
 * Puts the jobs of a request together by what they need, which is their job type's: each group can be an array. The same claims make the same
 * groups, in the same order.
 */
export function groupClaims(claims: readonly Claim[], maxTasks: number): readonly ClaimGroup[] {
  const groups = new Map<string, (Needs & { claims: Claim[] })[]>();
  for (const claim of claims) {
    const { jobType, timeout: seconds } = claim.job;
    const key = `${jobType.id} ${seconds}`;
    const alike = groups.get(key) ?? [];
    groups.set(key, alike);
    const last = alike.at(-1);
    if (last && last.claims.length < maxTasks) last.claims.push(claim);
    else alike.push({ cpus: atLeastOne(jobType.cpusRequired), memoryMebibytes: atLeastOne(jobType.memRequired), seconds, claims: [claim] });
  }
  return [...groups.values()].flat();
}

/** Engines count whole processors and mebibytes; of 0 of memory Slurm makes all that a node has. */
const atLeastOne = (amount = 1): number => Math.max(1, Math.ceil(amount));
