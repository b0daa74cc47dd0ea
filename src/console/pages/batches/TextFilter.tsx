import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";

interface Props {
  readonly address: Address;
  readonly name: string;
  readonly label: string;
  /** What may be meant, to choose from. */
  readonly suggestions: readonly string[];
  readonly onFocus?: () => void;
}

/** A filter by a whole name. The field has what is typed; the list waits for Enter, for the field to be left, or for what is suggested. */
export function TextFilter({ address, name, label, suggestions, onFocus }: Props) {
  const asked = address.get(name);
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);
  const listId = useId();
  // Where the address has changed in another way, by Back or "Clear filters", it counts.
  useLayoutEffect(() => {
    if (asked !== sent.current) setTyped(asked);
    sent.current = asked;
  }, [asked]);
  const send = (text: string) => {
    if (text === sent.current) return;
    sent.current = text;
    address.change({ [name]: text });
  };
  return (
    <label class="filter">
      <span>{label}</span>
      <input
        placeholder={texts.batches.filters.wholeName}
        list={listId}
        value={typed}
        onFocus={onFocus}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          if (suggestions.includes(value)) send(value);
        }}
        // preact/compat, which is always loaded, makes an input's `onChange` an `onInput`.
        onBlur={({ currentTarget }) => send(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && send(currentTarget.value)}
      />
      <datalist id={listId}>
        {suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </label>
  );
}
