import type { RefObject, TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Address } from "../../parts/useAddress.js";

interface Props {
  readonly address: Address;
  readonly name: string;
  /** Whether the list follows what is typed. Otherwise it waits for Enter, or for the field to be left. */
  readonly isLive?: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Stands in the field while it is empty. */
  readonly hint: string;
  /** What may be meant, to choose from. */
  readonly suggestions?: readonly string[];
  readonly onFocus?: () => void;
}

/** Milliseconds of silence after which what was typed is searched for. */
const pause = 250;

/** A filter that is typed. The field has what was typed, and the address follows it. */
export function TextFilter({ address, name, isLive = false, field, label, hint, suggestions = [], onFocus }: Props) {
  const asked = address.get(name);
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);
  const listId = useId();
  // Where the address has changed in another way, by Back or "Clear filters", it counts.
  useLayoutEffect(() => {
    if (asked !== sent.current) setTyped(asked);
    sent.current = asked;
  }, [asked]);
  const send = useRef((_: string) => {});
  send.current = (text) => {
    if (text === sent.current) return;
    sent.current = text;
    address.change({ [name]: text }, isLive);
  };
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => send.current(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, isLive]);
  const props = {
    value: typed,
    onInput({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>) {
      setTyped(value);
      if (suggestions.includes(value)) send.current(value);
    },
    // preact/compat, which is always loaded, makes an input's `onChange` an `onInput`.
    onBlur: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => send.current(currentTarget.value),
    onKeyDown: ({ key, currentTarget }: TargetedKeyboardEvent<HTMLInputElement>) => key === "Enter" && send.current(currentTarget.value),
  };
  if (isLive) return <input ref={field ?? null} type="search" class="filterSearch" aria-label={label} placeholder={hint} {...props} />;
  return (
    <label class="filter">
      <span>{label}</span>
      <input placeholder={hint} list={listId} onFocus={onFocus} {...props} />
      <datalist id={listId}>
        {suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </label>
  );
}
