import type { BatchProgress } from "../api/watchBatch.js";
import type { BatchStatus, WorkState } from "../generated/graphql.js";
import { texts } from "../texts.js";
import "./stateBadge.css";

/** What a batch is doing, in one word: the making of its recipes and jobs, and when these are made, their work. */
export type BatchState = Exclude<BatchStatus, "CREATED"> | `WORK_${WorkState}` | "RECIPES_FAILED";

/** All jobs of a batch may have succeeded because those of its recipes that could not be made have none: that is no success. */
function stateOf({ status, failed, work }: BatchProgress): BatchState {
  if (status !== "CREATED") return status;
  return work.state === "SUCCEEDED" && failed > 0 ? "RECIPES_FAILED" : `WORK_${work.state}`;
}

/** What a batch is doing, by colour and by word. */
export function StateBadge({ progress }: { readonly progress: BatchProgress }) {
  const state = stateOf(progress);
  return (
    <span class="state" data-state={state}>
      {texts.state[state]}
    </span>
  );
}
