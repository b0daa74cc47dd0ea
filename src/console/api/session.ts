/** Where the token is kept: with the tab, and no longer. */
const place = "batch-gateway.token";

let token = sessionStorage.getItem(place);
const listeners = new Set<() => void>();

/** The key or token that requests are sent with; null where nothing was typed in, or a proxy says who asks. */
export const session = {
  get token(): string | null {
    return token;
  },
  /** @param next null: signs out */
  set(next: string | null): void {
    token = next;
    if (next === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, next);
    for (const listener of listeners) listener();
  },
  /** Tells of every change. @returns ends it */
  onChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
