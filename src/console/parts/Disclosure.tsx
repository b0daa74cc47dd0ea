import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: ComponentChildren;
  readonly class?: string;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  /** Is called only when it is open, so that nothing is asked for before. */
  readonly children: () => ComponentChildren;
}

/** Something more that can be opened. */
export function Disclosure({ summary, isOpen = false, onToggle, children, class: name }: Props) {
  const [hasBeenOpen, setHasBeenOpen] = useState(isOpen);
  return (
    <details
      class={name}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open) setHasBeenOpen(true);
        if (open !== isOpen) onToggle?.(open);
      }}
    >
      <summary>{summary}</summary>
      {hasBeenOpen && children()}
    </details>
  );
}
