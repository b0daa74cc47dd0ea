import type { BatchStatus } from "../generated/graphql.js";

/** Whether nothing of a batch can move any more, by itself or by being resumed. */
export const isOver = (workFinished: string | null | undefined, status: BatchStatus): boolean =>
  typeof workFinished === "string" && ["CREATED", "CANCELED", "FAILED"].includes(status);
