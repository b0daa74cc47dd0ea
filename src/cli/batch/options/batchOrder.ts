import { InvalidArgumentError } from "commander";
import type { BatchOrder, BatchOrderField } from "../../generated/graphql.js";
import { readList } from "./readList.js";

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
