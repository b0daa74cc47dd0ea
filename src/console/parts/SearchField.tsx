import { useRef } from "preact/hooks";
import { texts } from "../texts.js";
import { useShortcut } from "./shortcuts.js";
import { useAddress } from "./useAddress.js";
import { useDraft } from "./useDraft.js";

interface Props {
  readonly label: string;
  readonly class: string;
}

/**
 * What is searched for while it is typed, as `q` of the address, and at once where the field is left: whoever goes on from here finds it on
 * the way back. A key leads here.
 */
export function SearchField({ label, class: name }: Props) {
  const draft = useDraft(useAddress());
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", texts.shortcuts.search, () => {
    // Safari does not focus what is selected.
    input.current?.focus();
    input.current?.select();
  });
  return (
    <input
      ref={input}
      type="search"
      class={name}
      aria-label={label}
      placeholder={label}
      value={draft.get("q")}
      onInput={({ currentTarget }) => draft.change({ q: currentTarget.value })}
      onBlur={draft.settle}
      onKeyDown={({ key }) => key === "Enter" && draft.settle()}
    />
  );
}
