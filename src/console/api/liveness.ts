let isSocketLost = false;
const followers = new Set<symbol>();
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Whether what is followed is not told at the moment, because the WebSocket was lost and is not there again. */
export const liveness = {
  get isLost(): boolean {
    // A WebSocket that nobody needs is not opened again: nothing would ever tell that the gateway is back.
    return isSocketLost && followers.size > 0;
  },
  set(isLost: boolean): void {
    isSocketLost = isLost;
    tell();
  },
  /** Notes that something is followed. @returns notes that it no longer is, however often it is called */
  follow(): () => void {
    const follower = Symbol();
    followers.add(follower);
    tell();
    return () => {
      followers.delete(follower);
      tell();
    };
  },
  /** Tells whenever it may have changed. @returns ends it */
  onChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
