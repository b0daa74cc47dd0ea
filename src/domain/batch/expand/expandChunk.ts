import type { Db } from "../../../db/database.js";
import { databaseFaultOf } from "../../../db/databaseFault.js";
import { type CountedRow, countChunk, insertFailures } from "../../../db/sql/expansion/chunkOutcome.js";
import { insertRecipesAndLock } from "../../../db/sql/expansion/insertRecipesAndLock.js";
import { switchKeyTriggers } from "../../../db/sql/expansion/keyTriggers.js";
import { insertRecipesAndJobs, type ReprocessedRow } from "../../../db/sql/expansion/reprocess.js";
import { claimPart, claimSlices, type SliceRow } from "../../../db/sql/expansion/slices.js";
import { settleRecipes } from "../../execution/settleRecipes.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import type { KeyChecks } from "./keyChecks.js";
import type { Expansion } from "./openExpansion.js";
import type { Failure, PlanSource, RevisionPlan } from "./planBatch.js";
import { plannedJobs } from "./plannedJobs.js";

export interface Chunk {
  /** How many slices were done; below 1, a part of one. */
  readonly slices: number;
  /** How many recipes were made, and how many could not be re-processed. */
  readonly made: number;
  readonly failed: number;
  /** Whether the batch has ended with this chunk. If not, this may have been the last chunk all the same: `endBatchIfDone` tells. */
  readonly ended: boolean;
  /** Whether other batches wait for a lane. */
  readonly othersWait: boolean;
  /** Why the chunk was done again BY_ROW; null: it was not. */
  readonly byChunkError: unknown;
}

/** The batch was paused, canceled or failed while the chunk was in hand: nothing of the chunk stays. */
export class ChunkRefused extends Error {}

/** The chunk failed, and nothing of it stays. The cause says why. */
export class ChunkFailed extends Error {
  constructor(
    /** The batch's `failedTurns` when the turn began. */
    readonly failedTurns: number,
    /** How many slices it had taken; below 1, a part of one. */
    readonly slices: number,
    readonly recipeIds: readonly number[],
    cause: unknown,
  ) {
    super(recipeIds.length === 1 ? `Recipe ${recipeIds[0]} failed` : `A chunk of ${recipeIds.length} recipes failed`, { cause });
  }
}

/**
 * Re-processes the next slices of a batch, in one transaction: either all of it stays, or nothing. A chunk that fails with its foreign keys
 * checked BY_CHUNK is done again BY_ROW. Where a row is gone that new rows refer to, it then fails by PostgreSQL's own words.
 * @param slices the most slices to take; below 1, a part of one
 * @returns null where no slices are left, except those that other workers have in hand
 * @throws {ChunkRefused}
 * @throws {ChunkFailed}
 */
export async function expandChunk(db: Db, expansion: Expansion, slices: number, checks: KeyChecks): Promise<Chunk | null> {
  let recipeIds: readonly number[] = [];
  let taken = 0;
  try {
    return await db.transaction(async (tx) => {
      const claimed = await tx.query<SliceRow>(slices < 1 ? claimPart : claimSlices, [expansion.batchId, slices]);
      recipeIds = claimed.flatMap((slice) => slice.recipeIds);
      taken = Math.min(slices, claimed.length);
      return claimed[0] ? await expandSlices(tx, { ...expansion, checks }, claimed[0], recipeIds, taken) : null;
    });
  } catch (error) {
    if (error instanceof ChunkRefused || recipeIds.length === 0) throw error;
    if (checks === "BY_CHUNK" && databaseFaultOf(error) === null) {
      const chunk = await expandChunk(db, expansion, slices, "BY_ROW");
      return chunk && { ...chunk, byChunkError: error };
    }
    throw new ChunkFailed(expansion.failedTurns, taken, recipeIds, error);
  }
}

type CheckedExpansion = Expansion & { readonly checks: KeyChecks };

async function expandSlices(
  tx: Db,
  expansion: CheckedExpansion,
  source: PlanSource,
  recipeIds: readonly number[],
  slices: number,
): Promise<Chunk> {
  const { batchId } = expansion;
  const plan = await expansion.planOf(tx, source);
  const { made, failures } = await reprocess(tx, expansion, plan, recipeIds);
  if (failures.length > 0) await recordFailures(tx, batchId, source, failures);
  const [counted] = await tx.query<CountedRow>(countChunk, [batchId, made, failures.length]);
  if (!counted) throw new ChunkRefused(`Batch ${batchId} is no longer being created`);
  const { hasSlices, othersWait } = counted;
  return {
    slices,
    made,
    failed: failures.length,
    ended: !hasSlices && (await endBatchIfDone(tx, batchId)),
    othersWait,
    byChunkError: null,
  };
}

type RecipeFailure = Failure & { readonly recipeId: number };

const superseded: Failure = { code: "SUPERSEDED", message: "The recipe was superseded after the batch had matched it" };
const jobsMissing: Failure = {
  code: "JOBS_MISSING",
  message: "The recipe lacks a job that its revision has and that would be kept",
};

/** @returns how many recipes were made, and which could not be re-processed; a recipe that has been deleted is neither */
async function reprocess(
  tx: Db,
  expansion: CheckedExpansion,
  plan: RevisionPlan,
  recipeIds: readonly number[],
): Promise<{ made: number; failures: RecipeFailure[] }> {
  const { failure } = plan;
  if (failure) return { made: 0, failures: recipeIds.map((recipeId) => ({ recipeId, ...failure })) };
  const rows = await makeRecipes(tx, expansion.checks, [
    expansion.batchId,
    recipeIds,
    expansion.revisionId,
    JSON.stringify({ user: expansion.actor }),
    JSON.stringify(plannedJobs(plan, expansion.priority)),
    supersededJobNames(plan),
    keptJobNames(plan),
  ]);
  // What is kept may have ended, for good or bad, while the chunk waited for the old recipes.
  await settleRecipes(
    tx,
    rows.flatMap(({ unsettledId }) => unsettledId ?? []),
  );
  const left = rows.flatMap(({ leftId }) => leftId ?? []);
  const made = recipeIds.length - left.length;
  if (left.length === 0) return { made, failures: [] };
  const select = { id: true, isSuperseded: true };
  const unusable = await tx.prisma.recipe.findMany({ where: { id: { in: left } }, select, orderBy: { id: "asc" } });
  return { made, failures: unusable.map(({ id, isSuperseded }) => ({ recipeId: id, ...(isSuperseded ? superseded : jobsMissing) })) };
}

/** @param values those of `insertRecipesAndJobs` */
async function makeRecipes(tx: Db, checks: KeyChecks, values: readonly unknown[]): Promise<ReprocessedRow[]> {
  if (checks === "BY_ROW") return tx.query(insertRecipesAndJobs, values);
  await tx.query(switchKeyTriggers, ["replica"]);
  const rows = await tx.query<ReprocessedRow>(insertRecipesAndLock, values);
  await tx.query(switchKeyTriggers, ["origin"]);
  if (rows.some(({ isMissing }) => isMissing)) throw new Error("A row is gone that new rows refer to");
  return rows;
}

/** The names, in the old revision, of the jobs that are kept. */
const keptJobNames = ({ jobs }: RevisionPlan): string[] =>
  jobs.flatMap((job) => (job.action === "KEEP" ? [job.previousName as string] : []));

/** The names, in the old revision, of the jobs that are run again or removed. */
const supersededJobNames = ({ jobs }: RevisionPlan): string[] =>
  jobs.flatMap((job) => (job.action === "RERUN" ? [job.previousName as string] : job.action === "REMOVE" ? [job.name] : []));

async function recordFailures(tx: Db, batchId: number, { failedJobs }: PlanSource, failures: readonly RecipeFailure[]): Promise<void> {
  const columns = [failures.map(({ recipeId }) => recipeId), failures.map(({ code }) => code), failures.map(({ message }) => message)];
  await tx.query(insertFailures, [batchId, ...columns, failedJobs]);
}
