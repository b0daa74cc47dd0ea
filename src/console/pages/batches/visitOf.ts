/**
 * The number of the entry of the browser's history that is shown. Back and forward find it again; an address that is opened anew, or
 * changed, has another one.
 */
export function visitOf(): number {
  const { visit } = (history.state ?? {}) as { visit?: unknown };
  if (typeof visit === "number") return visit;
  const next = Math.random();
  history.replaceState({ visit: next }, "");
  return next;
}
