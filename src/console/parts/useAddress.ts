import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Values, valuesOf } from "./valuesOf.js";

type Changes = Readonly<Record<string, string | null>>;

export interface Address extends Values {
  /** The same page with some values changed; null and empty take one out. */
  with(changes: Changes): string;
  /** Goes there. The address before stays in the history, unless `replaces`. */
  change(changes: Changes, replaces?: boolean): void;
}

/** The state of a page that stands in its address, so that it can be sent to a colleague. */
export function useAddress(): Address {
  const { url, route } = useLocation();
  return useMemo(() => {
    const { pathname, searchParams } = new URL(url, location.origin);
    const withChanges = (changes: Changes): string => {
      const next = new URLSearchParams(searchParams);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const query = next.toString().replaceAll("%2C", ",");
      return query ? `${pathname}?${query}` : pathname;
    };
    return {
      ...valuesOf(searchParams),
      with: withChanges,
      change: (changes, replaces = false) => route(withChanges(changes), replaces),
    };
  }, [url, route]);
}
