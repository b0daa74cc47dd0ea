import { graphql } from "../generated/gql.js";
import type { WatchBatchSubscription } from "../generated/graphql.js";
import { follow } from "./follow.js";

export const liveBatch = graphql(`
  fragment LiveBatch on BatchProgress {
    status
    total
    created
    failed
    percent
    work {
      state
      percent
      finished
      estimate
      recipesCompleted
      jobs { blocked canceled completed failed pending queued running total }
    }
  }
`);

const watchDocument = graphql(`
  subscription WatchBatch($id: ID!) {
    batchProgress(id: $id) { ...LiveBatch }
  }
`);

export type BatchProgress = WatchBatchSubscription["batchProgress"];

/** Whether nothing of a batch can move any more, by itself or by being resumed. */
export const isOver = ({ status, work }: BatchProgress): boolean =>
  typeof work.finished === "string" && ["CREATED", "CANCELED", "FAILED"].includes(status);

type OnProgress = (progress: BatchProgress) => void;

interface Watch {
  readonly listeners: Set<OnProgress>;
  end: () => void;
  last: BatchProgress | null;
}

const watches = new Map<number, Watch>();

/**
 * Tells how far a batch is, now and at each change, until its work has ended. However much of a page watches a batch, it is one
 * subscription.
 * @returns ends it
 */
export function watchBatch(databaseId: number, onProgress: OnProgress): () => void {
  const watch = watches.get(databaseId) ?? begin(databaseId);
  watch.listeners.add(onProgress);
  if (watch.last) onProgress(watch.last);
  return () => {
    watch.listeners.delete(onProgress);
    if (watch.listeners.size > 0 || watches.get(databaseId) !== watch) return;
    watches.delete(databaseId);
    watch.end();
  };
}

function begin(databaseId: number): Watch {
  const watch: Watch = { listeners: new Set(), end: () => {}, last: null };
  watches.set(databaseId, watch);
  watch.end = follow(
    watchDocument,
    { id: String(databaseId) },
    {
      next: ({ batchProgress }) => {
        watch.last = batchProgress;
        for (const listener of watch.listeners) listener(batchProgress);
      },
      isOver: () => {
        const hasEnded = watch.last !== null && isOver(watch.last);
        if (hasEnded && watches.get(databaseId) === watch) watches.delete(databaseId);
        return hasEnded;
      },
    },
  );
  return watch;
}
