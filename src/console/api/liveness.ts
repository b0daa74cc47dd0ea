let isLost = false;
const listeners = new Set<(isLost: boolean) => void>();

/** Whether what moves is not told at the moment, because the WebSocket was lost and is not there again. */
export const liveness = {
  get isLost(): boolean {
    return isLost;
  },
  set(next: boolean): void {
    if (next === isLost) return;
    isLost = next;
    for (const listener of listeners) listener(isLost);
  },
  /** Tells of every change. @returns ends it */
  onChange(listener: (isLost: boolean) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
