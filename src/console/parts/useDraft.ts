import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Address } from "./useAddress.js";
import type { Values } from "./valuesOf.js";

type Changes = Readonly<Record<string, string | null>>;

/** What the address has, or will have soon. */
export interface Draft extends Values {
  /** Shows the changes at once, and takes them into the address when nothing has changed for a while. */
  change(changes: Changes): void;
  /** Takes them into the address at once. */
  settle(): void;
  /** Whether the address has all of it. */
  readonly isSettled: boolean;
}

/** Milliseconds of silence after which the address is changed. */
const pause = 250;

/** A form whose state stands in the address, which does not change with every key that is pressed. */
export function useDraft(address: Address): Draft {
  const [pending, setPending] = useState<Changes>({});
  const latest = useRef(address);
  latest.current = address;
  const isSettled = Object.keys(pending).length === 0;
  const settle = useCallback(() => {
    if (isSettled) return;
    setPending({});
    latest.current.change(pending, true);
  }, [pending, isSettled]);
  useEffect(() => {
    const timer = setTimeout(settle, pause);
    return () => clearTimeout(timer);
  }, [settle]);
  const change = useCallback((changes: Changes) => setPending((before) => ({ ...before, ...changes })), []);
  return useMemo(() => {
    const get = (name: string) => (name in pending ? (pending[name] ?? "") : address.get(name));
    return { get, list: (name) => get(name).split(",").filter(Boolean), change, settle, isSettled };
  }, [pending, address, change, settle, isSettled]);
}
