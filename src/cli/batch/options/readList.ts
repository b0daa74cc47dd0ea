import { InvalidArgumentError } from "commander";
import type { BatchStatus } from "../../generated/graphql.js";
import { batchStatuses } from "../batchStatus.js";

/** Reads a comma-separated option. */
export function readList(text: string): string[] {
  const items = text.split(",").map((item) => item.trim());
  if (items.every((item) => item !== "")) return items;
  throw new InvalidArgumentError("It must be a list such as a,b.");
}

/** Reads the option --status: in any case. */
export const readStatuses = (text: string): BatchStatus[] =>
  readList(text.toUpperCase()).map((name) => {
    const status = batchStatuses.find((known) => known === name);
    if (status) return status;
    throw new InvalidArgumentError(`It must be of ${batchStatuses.join(", ")}.`);
  });
