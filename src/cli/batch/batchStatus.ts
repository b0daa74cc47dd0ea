import { InvalidArgumentError } from "commander";
import type { BatchStatus } from "../generated/graphql.js";
import { readList } from "./options/readList.js";

/** The statuses, and whether one is the end of a batch. */
const endOf = {
  SUBMITTED: false,
  CREATING: false,
  PAUSED: false,
  CREATED: true,
  FAILED: true,
  CANCELED: true,
} as const satisfies Record<BatchStatus, boolean>;

export const batchStatuses = Object.keys(endOf) as readonly BatchStatus[];

export const hasEnded = (status: BatchStatus): boolean => endOf[status];

/** Reads the option --status: in any case. */
export const readStatuses = (text: string): BatchStatus[] =>
  readList(text.toUpperCase()).map((name) => {
    const status = batchStatuses.find((known) => known === name);
    if (status) return status;
    throw new InvalidArgumentError(`It must be of ${batchStatuses.join(", ")}.`);
  });
