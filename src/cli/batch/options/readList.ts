import { InvalidArgumentError } from "commander";
import type { BatchOrder, BatchOrderField, BatchStatus } from "../../generated/graphql.js";
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

const fields = {
  id: "ID",
  title: "TITLE",
  status: "STATUS",
  created: "CREATED",
  "last-modified": "LAST_MODIFIED",
  "recipe-type-name": "RECIPE_TYPE_NAME",
  "recipe-type-version": "RECIPE_TYPE_VERSION",
  "total-count": "TOTAL_COUNT",
  "created-count": "CREATED_COUNT",
  "failed-count": "FAILED_COUNT",
} as const satisfies Record<string, BatchOrderField>;

export const orderNames = Object.keys(fields) as readonly (keyof typeof fields)[];

/** Reads the option --order: `status,-created`, where a minus means descending. */
export const readOrder = (text: string): BatchOrder[] =>
  readList(text).map((item) => {
    const name = orderNames.find((known) => known === item.replace(/^-/, "").toLowerCase());
    if (name) return { field: fields[name], direction: item.startsWith("-") ? "DESC" : "ASC" };
    throw new InvalidArgumentError(`It must be of ${orderNames.join(", ")}.`);
  });
