import { useRef } from "preact/hooks";
import { texts } from "../texts.js";
import { useShortcut } from "./shortcuts.js";
import type { Draft } from "./useDraft.js";

interface Props {
  /** Has what is searched for as `q`. */
  readonly draft: Draft;
  readonly label: string;
  readonly class: string;
}

/** What is searched for while it is typed. A key leads here. */
export function SearchField({ draft, label, class: name }: Props) {
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
    />
  );
}
