import type { BatchProgress } from "../api/watchBatch.js";
import { toast } from "../parts/Toasts.js";
import { texts } from "../texts.js";
import { change, type Payload } from "./change.js";
import { cancelDocument, pauseDocument, requeueDocument, resumeDocument, retryDocument } from "./documents.js";

export type BatchAction = "pause" | "resume" | "cancel" | "requeue" | "retry";

export interface Target {
  readonly databaseId: number;
  readonly progress: BatchProgress;
}

/** What an action would meet, added up over the batches. */
export type Scope = ReturnType<typeof scopeOf>;

/** Whether a batch is in a state for an action. The gateway decides; this is only what is offered. */
export function isPossible(action: BatchAction, { status, total, created, failed, work }: BatchProgress): boolean {
  const hasWork = ["WAITING", "RUNNING", "HELD"].includes(work.state);
  const isMade = status === "CREATED" || status === "CANCELED" || status === "FAILED";
  switch (action) {
    case "pause":
      return status === "SUBMITTED" || status === "CREATING" || (status === "CREATED" && hasWork && work.state !== "HELD");
    case "resume":
      return status === "PAUSED" || status === "FAILED" || (status === "CREATED" && work.state === "HELD");
    case "cancel":
      return status !== "CANCELED" && (status !== "CREATED" || hasWork);
    case "requeue":
      return work.jobs.failed > 0;
    case "retry":
      return isMade && (failed > 0 || work.jobs.failed > 0 || (status !== "CREATED" && created + failed < total));
    default:
      return action satisfies never;
  }
}

export function scopeOf(targets: readonly Target[]) {
  const sum = (of: (progress: BatchProgress) => number) => targets.reduce((sum, { progress }) => sum + of(progress), 0);
  return {
    batches: targets.length,
    /** Matched recipes that are not made yet, and did not fail. */
    recipesToMake: sum(({ total, created, failed }) => Math.max(0, total - created - failed)),
    recipesFailed: sum(({ failed }) => failed),
    /** Jobs that have not started. */
    waiting: sum(({ work: { jobs } }) => jobs.pending + jobs.blocked + jobs.queued),
    running: sum(({ work: { jobs } }) => jobs.running),
    failed: sum(({ work: { jobs } }) => jobs.failed),
    blocked: sum(({ work: { jobs } }) => jobs.blocked),
  };
}

/** What the gateway answers: the batch that a retry made, or how many jobs a requeue let run again. */
interface Outcome extends Payload {
  readonly batch?: { readonly databaseId: number } | null;
  readonly count?: number;
}

const perform: Readonly<Record<BatchAction, (id: string, reason: string | null) => Promise<Outcome>>> = {
  pause: (id, reason) => change(pauseDocument, { id, reason }),
  resume: (id) => change(resumeDocument, { id }),
  cancel: (id, reason) => change(cancelDocument, { id, reason }),
  requeue: (id, reason) => change(requeueDocument, { input: { batchId: id, reason } }),
  retry: (id) => change(retryDocument, { id }),
};

/** What takes an action back. */
const opposite: Partial<Record<BatchAction, BatchAction>> = { pause: "resume", resume: "pause" };

/**
 * Does it to one batch after the other, and tells what was done. It goes on behind a batch that refuses.
 * @returns the batch that a retry made
 * @throws {Error} the first refusal, where nothing was done
 */
export async function performAll(action: BatchAction, targets: readonly Target[], reason: string | null): Promise<number | null> {
  const done: Target[] = [];
  let refusal: Error | null = null;
  let made: number | null = null;
  let jobs = 0;
  for (const target of targets) {
    try {
      const { batch, count = 0 } = await perform[action](String(target.databaseId), reason);
      made = batch?.databaseId ?? null;
      jobs += count;
      done.push(target);
    } catch (error) {
      refusal ??= error as Error;
    }
  }
  if (refusal && done.length === 0) throw refusal;
  const back = opposite[action];
  const undo = back && (() => performAll(back, done, null));
  toast(texts.actions[action].done(action === "requeue" ? jobs : done.length), { ...(undo && { undo }) });
  if (refusal) toast(texts.actions.refused(targets.length - done.length, refusal.message), { isError: true });
  return made;
}
