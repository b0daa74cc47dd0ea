import type { Db } from "../../../db/database.js";
import { takeUpCreator } from "../../../db/sql/batch/creatorJob.js";
import { DomainError, notFound } from "../../errors.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import { type BatchDefinition, forcedJobs, storedDateRange } from "../batchDefinition.js";
import { storedSelection } from "../batchSelection.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import { fixBatch } from "./fixBatch.js";
import { type PlanSource, planBatch, type RevisionPlan } from "./planBatch.js";
import { allLanes, queueExpansion } from "./queueExpansion.js";

/** A batch that is being expanded. */
export interface Expansion {
  readonly batchId: number;
  /** The revision that the recipes become. */
  readonly revisionId: number;
  /** Who asked for the batch. */
  readonly actor: string;
  readonly definition: BatchDefinition;
  readonly priority: number | null;
  /** How many turns in a row had failed for a reason of the batch's own when this turn began. */
  readonly failedTurns: number;
  /** The plan for recipes, made once for all that have the same source. */
  planOf(db: Db, source: PlanSource): Promise<RevisionPlan>;
}

/**
 * Opens a batch for expansion. It begins the batch if that has not been done, and takes up the batch's creator job if that is QUEUED.
 * @returns null where the batch is paused
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has ended
 */
export async function openExpansion(db: Db, batchId: number): Promise<Expansion | null> {
  const batch = await findBatch(db, batchId);
  if (hasEnded(batch.status as BatchStatus)) {
    throw new DomainError({ code: "CONFLICT", path: [], message: `Batch ${batchId} is ${batch.status} already` });
  }
  // This is a transaction of its own, before anything else, so that the execution counts even if the worker is killed before it has done
  // anything.
  if (batch.creatorJob?.status === "QUEUED") await db.query(takeUpCreator, [batchId]);
  if (batch.status === "SUBMITTED") {
    await beginBatch(db, batchId);
    return (await findBatch(db, batchId)).status === "CREATING" ? openExpansion(db, batchId) : null;
  }
  if (batch.status !== "CREATING") return null;
  const definition = batch.definition as unknown as BatchDefinition;
  const revisionId = batch.recipeTypeRevId as number;
  const target = { revisionId, isActive: batch.recipeType.isActive, forced: forcedJobs(definition) };
  const plans = new Map<string, RevisionPlan>();
  return {
    batchId,
    revisionId,
    actor: batch.createdBy,
    definition,
    priority: definition.priority ?? null,
    failedTurns: batch.failedTurns,
    planOf: async (tx, { revisionId, failedJobs }) => {
      const key = JSON.stringify([revisionId, failedJobs]);
      const plan = plans.get(key) ?? ((await planBatch(tx, target, [{ revisionId, failedJobs }]))[0] as RevisionPlan);
      plans.set(key, plan);
      return plan;
    },
  };
}

/** Begins a batch: fixes what it matches, and queues its other lanes, all in one transaction. Does nothing if the batch has begun. */
async function beginBatch(db: Db, batchId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, batchId);
    if (batch.status !== "SUBMITTED") return;
    const definition = batch.definition as BatchDefinition;
    if (batch.recipeTypeRevId === null) {
      const { selection } = await tx.prisma.batch.findUniqueOrThrow({ where: { id: batchId }, select: { selection: true } });
      await fixBatch(tx, { ...batch, definition, dateRange: storedDateRange(definition), selection: storedSelection(selection) });
    }
    await changeStatus(tx, batch, { to: "CREATING", actor: batchCreator.name });
    if (!(await endBatchIfDone(tx, batchId))) await queueExpansion(tx, batchId, allLanes.slice(1), definition);
  });
}

async function findBatch(db: Db, id: number) {
  const include = { recipeType: { select: { isActive: true } }, creatorJob: { select: { status: true } } };
  const batch = await db.prisma.batch.findUnique({ where: { id }, include, omit: { selection: true } });
  if (!batch) throw notFound("batch", id);
  return batch;
}
