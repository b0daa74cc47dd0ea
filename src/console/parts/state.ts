import type { BatchStatus, WorkState } from "../generated/graphql.js";

/** What a batch is doing, in one word: the making of its recipes and jobs, and when these are made, their work. */
export type BatchState = Exclude<BatchStatus, "CREATED"> | `WORK_${WorkState}`;

export const stateOf = (status: BatchStatus, workState: WorkState): BatchState => (status === "CREATED" ? `WORK_${workState}` : status);
