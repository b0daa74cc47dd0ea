import { createHash } from "node:crypto";
import type { Db } from "../../../db/database.js";
import { countMatches } from "../../../db/sql/batch/countMatches.js";
import { insertBatch } from "../../../db/sql/batch/insertBatch.js";
import type { Actor } from "../../actor.js";
import { canonicalJson } from "../../canonicalJson.js";
import { DomainError, refuse } from "../../errors.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import { currentRevisionId } from "../../recipe/findRecipeTypeRevisions.js";
import { storableJson } from "../../storable.js";
import { isLonger } from "../../textLimits.js";
import { isWhole } from "../batchSelection.js";
import { batchMatch } from "../expand/batchMatch.js";
import { queuePriority } from "../expand/queueExpansion.js";
import { type BatchInput, type CheckedBatch, checkBatch, countOf, tooManyRecipes } from "./checkBatch.js";
import { keepPlan } from "./keepPlan.js";

/** What else a caller may say about a creation. */
export interface CreateOptions {
  /** At most 255 characters: the same key with the same input creates one batch only. Scoped to the actor. */
  readonly idempotencyKey?: string | null;
  /** The token of a preview. Creation is refused where something else would be done now than was shown. */
  readonly planToken?: string | null;
  /** Re-process only what failed in this batch, and what it never came to. */
  readonly retryOfId?: number | null;
  /** The most recipes that it may match; null: any number. */
  readonly maxRecipes?: number | null;
  /** Why it is created: the batch's history shows it. */
  readonly reason?: string | null;
}

export interface CreatedBatch {
  readonly id: number;
  /** True where an earlier call with the idempotency key has created the batch. */
  readonly replayed: boolean;
}

const maxIdempotencyKey = 255;

/**
 * Creates a batch: trigger event, creator job, batch, history and the message that makes a worker expand it, in one transaction.
 * @throws {DomainError} with everything that is wrong with the input; CONFLICT where the plan is no longer the one shown;
 *   TOO_LARGE where it would match more recipes than it may; IDEMPOTENCY_MISMATCH where the key came with another input before
 */
export async function createBatch(db: Db, actor: Actor, input: BatchInput, options: CreateOptions = {}): Promise<CreatedBatch> {
  const { idempotencyKey = null, planToken = null, maxRecipes = null } = options;
  checkIdempotencyKey(idempotencyKey);
  const { batch, problems } = await checkBatch(db, input);
  if (!batch) {
    refuse(problems);
    throw new Error("checkBatch gave neither a batch nor problems");
  }
  if (planToken === null && maxRecipes === null) return (await insert(db, actor, batch, options)) ?? replay(db, actor, batch, options);
  return db.transaction(async (tx) => {
    const created = await insert(tx, actor, batch, options);
    if (!created) return replay(tx, actor, batch, options);
    if (maxRecipes !== null) refuse(tooManyRecipes(await countRecipes(tx, batch, options), maxRecipes));
    if (planToken !== null) await keepPlan(tx, created.id, batch, planToken);
    return created;
  });
}

async function countRecipes(db: Db, batch: CheckedBatch, { retryOfId = null }: CreateOptions): Promise<number> {
  const match = batchMatch(await currentRevisionId(db, batch.recipeType), { ...batch, recipeTypeId: batch.recipeType.id, retryOfId });
  return countOf(await countMatches(db, match));
}

/** @returns null where the idempotency key is taken */
async function insert(db: Db, actor: Actor, batch: CheckedBatch, options: CreateOptions): Promise<CreatedBatch | null> {
  const key = options.idempotencyKey ?? null;
  const [row] = await db.query<{ id: number }>(insertBatch, [
    batch.recipeType.id,
    batch.title,
    batch.description,
    JSON.stringify(batch.definition),
    actor.name,
    key,
    key === null ? null : meaningOf(batch, options),
    options.retryOfId ?? null,
    batchCreator.name,
    batchCreator.version,
    queuePriority(batch.definition),
    options.reason ?? null,
    batch.limits.maxRunningJobs,
    batch.limits.stopAfterFailedJobs,
    isWhole(batch.selection) ? null : JSON.stringify(batch.selection),
    db.traceparent ?? null,
  ]);
  if (!row && key === null) throw new Error(`The system job type ${batchCreator.name} ${batchCreator.version} is missing`);
  return row ? { id: row.id, replayed: false } : null;
}

async function replay(db: Db, actor: Actor, batch: CheckedBatch, options: CreateOptions): Promise<CreatedBatch> {
  const key = options.idempotencyKey as string;
  const first = await db.prisma.idempotencyKey.findUniqueOrThrow({ where: { actor_key: { actor: actor.name, key } } });
  if (first.inputHash !== meaningOf(batch, options)) {
    throw new DomainError({ code: "IDEMPOTENCY_MISMATCH", path: ["idempotencyKey"], message: "was used before with another input" });
  }
  return { id: first.batchId, replayed: true };
}

function checkIdempotencyKey(key: string | null): void {
  if (key === null) return;
  refuse(storableJson(key, ["idempotencyKey"]));
  if (key !== "" && !isLonger(key, maxIdempotencyKey)) return;
  throw new DomainError({ code: "INVALID", path: ["idempotencyKey"], message: `must be 1 to ${maxIdempotencyKey} characters` });
}

/**
 * A hash of what the input means. Equal instants have the same hash, however they are written. So have an absent value and the default.
 * Limits and selection count where there are any, so that other inputs keep the hashes that earlier releases have stored.
 */
function meaningOf(
  { recipeType, title, description, definition, dateRange, limits, selection }: CheckedBatch,
  { retryOfId = null }: CreateOptions,
): string {
  const { job_names, all_jobs, priority } = definition;
  const bounds = dateRange && [dateRange.type, dateRange.started?.first ?? null, dateRange.ended?.first ?? null];
  const meaning = [recipeType.id, title, description, bounds, job_names ?? [], all_jobs ?? false, priority ?? null, retryOfId];
  const added = [...(Object.values(limits).some((limit) => limit !== null) ? [limits] : []), ...(isWhole(selection) ? [] : [selection])];
  return createHash("sha256")
    .update(canonicalJson([...meaning, ...added]))
    .digest("hex");
}
