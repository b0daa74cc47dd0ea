import { useLayoutEffect, useRef } from "preact/hooks";

export interface Shortcut {
  /** As `KeyboardEvent.key` has it; "g b" is one after the other. */
  readonly keys: string;
  /** For the list of shortcuts. */
  readonly label: string;
  readonly run: () => void;
}

const active = new Set<{ current: Shortcut }>();

/** The shortcuts that work at the moment, for the list of them. */
export const activeShortcuts = (): readonly Shortcut[] => [...active].map(({ current }) => current);

/** Has a key do something while the component is there. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const shortcut = useRef<Shortcut>({ keys, label, run });
  shortcut.current = { keys, label, run };
  // With what is drawn, not after it: a key may be pressed as soon as something is seen.
  useLayoutEffect(() => {
    active.add(shortcut);
    return () => void active.delete(shortcut);
  }, []);
}

/** Where keys are text, or belong to the element. */
const takesKeys = "input:not([type=checkbox]), textarea, select, [contenteditable]";

let before = "";
let beforeTime = 0;

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, altKey, metaKey, target, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || altKey || metaKey || document.querySelector("dialog[open]")) return;
  if (target instanceof Element && (target.matches(takesKeys) || (key === "Enter" && target.matches("a, button, summary")))) return;
  const pair = event.timeStamp - beforeTime < 1000 ? `${before} ${key}` : "";
  [before, beforeTime] = [key, event.timeStamp];
  // The page's own come last, and go before those of the shell.
  const all = activeShortcuts().toReversed();
  const found = all.find(({ keys }) => keys === pair) ?? all.find(({ keys }) => keys === key);
  if (!found) return;
  event.preventDefault();
  found.run();
});
