/** What was done, shown for a while at the edge of the page. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  /** Takes it back; absent where it can't be. */
  readonly undo?: (() => Promise<unknown>) | undefined;
}

/** Milliseconds for which one is shown; those that can be undone, and errors, for longer. */
const shown = 6000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const currentToasts = (): readonly Toast[] => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const closeToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

export function toast(text: string, { isError = false, undo }: { isError?: boolean; undo?: () => Promise<unknown> } = {}): void {
  const id = ++lastId;
  change([...toasts, { id, text, isError, undo }]);
  setTimeout(() => closeToast(id), undo || isError ? 3 * shown : shown);
}
