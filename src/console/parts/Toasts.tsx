import { useSyncExternalStore } from "preact/compat";
import { texts } from "../texts.js";
import { useShortcut } from "./shortcuts.js";
import "./toasts.css";

/** What was done, shown for a while at the edge of the page. */
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  /** Takes it back; absent where it can't be. */
  readonly undo?: (() => Promise<unknown>) | undefined;
}

/** Milliseconds for which one is shown; those that can be undone, and errors, for longer. */
const shown = 6000;

let current: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  current = next;
  for (const listener of listeners) listener();
}

function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const closeToast = (id: number): void => change(current.filter((toast) => toast.id !== id));

export function toast(text: string, { isError = false, undo }: { isError?: boolean; undo?: () => Promise<unknown> } = {}): void {
  const id = ++lastId;
  change([...current, { id, text, isError, undo }]);
  setTimeout(() => closeToast(id), undo || isError ? 3 * shown : shown);
}

/** Shows what was done, and lets it be undone where it can be. Screen readers say it. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, () => current);
  const take = ({ id, undo }: Toast) => {
    closeToast(id);
    undo?.().catch((error: Error) => toast(error.message, { isError: true }));
  };
  useShortcut("u", texts.shortcuts.undo, () => {
    const latest = toasts.findLast(({ undo }) => undo);
    if (latest) take(latest);
  });
  return (
    <div class="toasts" role="status">
      {toasts.map((one) => (
        <div key={one.id} class="toast" data-error={one.isError || undefined}>
          <span>{one.text}</span>
          {one.undo && (
            <button type="button" aria-keyshortcuts="u" onClick={() => take(one)}>
              {texts.undo}
            </button>
          )}
          <button type="button" class="plain" aria-label={texts.shell.close} onClick={() => closeToast(one.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
