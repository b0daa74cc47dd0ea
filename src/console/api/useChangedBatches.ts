import { useEffect, useRef } from "preact/hooks";
import { graphql } from "../generated/gql.js";
import { follow } from "./follow.js";

const changedDocument = graphql(`
  subscription ChangedBatches {
    batchesChanged
  }
`);

/** The batches that a list would show otherwise now; null: any may have changed. */
export type ChangedBatches = readonly number[] | null;

/**
 * Tells which batches were made, or have another title or state, as long as the component is shown. Null comes first, and whenever
 * something may have been missed: what is asked for after that is up to date.
 * @param isWanted false: not yet
 */
export function useChangedBatches(onChange: (changed: ChangedBatches) => void, isWanted = true): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(
    () => (isWanted ? follow(changedDocument, {}, { next: ({ batchesChanged }) => latest.current(batchesChanged ?? null) }) : undefined),
    [isWanted],
  );
}
