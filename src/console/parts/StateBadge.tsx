import { texts } from "../texts.js";
import type { BatchState } from "./state.js";
import "./stateBadge.css";

/** What a batch is doing, by colour and by word. */
export const StateBadge = ({ state }: { readonly state: BatchState }) => (
  <span class="state" data-state={state}>
    {texts.state[state]}
  </span>
);
