import type { BatchesQueryVariables, BatchOrderField, BatchStatus, WorkState } from "../../generated/graphql.js";
import type { Values } from "../../parts/valuesOf.js";

/** What the list asks for, but for the place in it. */
export type Asked = Pick<BatchesQueryVariables, "filter" | "orderBy">;

/** Rows that are asked for at first, a screen of them. */
export const headSize = 25;

/** The columns that the list can be sorted by. */
export const orderFields = {
  title: "TITLE",
  recipeType: "RECIPE_TYPE_NAME",
  state: "STATUS",
  failed: "FAILED_COUNT",
  created: "CREATED",
} as const satisfies Record<string, BatchOrderField>;

export type Column = keyof typeof orderFields;

export const statuses: readonly BatchStatus[] = ["SUBMITTED", "CREATING", "CREATED", "PAUSED", "FAILED", "CANCELED"];
export const workStates: readonly WorkState[] = ["WAITING", "RUNNING", "HELD", "SUCCEEDED", "FAILED", "CANCELED"];

/** The names of the filters in the address. */
const filterNames = ["q", "status", "work", "type", "by"] as const;

export const isFiltered = (address: Values): boolean => filterNames.some((name) => address.get(name) !== "");

/** What changes an address into one without filters. */
export const noFilters = Object.fromEntries(filterNames.map((name) => [name, null]));

export interface Sort {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** By default, the latest come first. In the address, "-title" is from Z to A. */
export function sortOf(address: Values): Sort {
  const text = address.get("sort") || "-created";
  const column = text.replace(/^-/, "");
  return Object.hasOwn(orderFields, column)
    ? { column: column as Column, isDescending: text.startsWith("-") }
    : { column: "created", isDescending: true };
}

export const sortText = ({ column, isDescending }: Sort): string | null => {
  const text = `${isDescending ? "-" : ""}${column}`;
  return text === "-created" ? null : text;
};

const among = <Value extends string>(values: readonly Value[], found: readonly string[]): Value[] =>
  values.filter((value) => found.includes(value));

/** What the address asks the gateway for. */
export function askedFor(address: Values): Asked {
  const { column, isDescending } = sortOf(address);
  const [status, workState] = [among(statuses, address.list("status")), among(workStates, address.list("work"))];
  const [title, recipeTypeName, createdBy] = [address.get("q"), address.get("type"), address.get("by")];
  return {
    filter: {
      ...(title && { title }),
      ...(status.length > 0 && { status }),
      ...(workState.length > 0 && { workState }),
      ...(recipeTypeName && { recipeTypeName: [recipeTypeName] }),
      ...(createdBy && { createdBy: [createdBy] }),
    },
    orderBy: [{ field: orderFields[column], direction: isDescending ? "DESC" : "ASC" }],
  };
}
