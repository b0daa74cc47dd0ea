import type { RefObject } from "preact";
import { useShortcut } from "../../parts/shortcuts.js";
import { texts } from "../../texts.js";

/** Has j and k go from row to row of a table, and x select the row. Enter opens it, because its link has the focus. */
export function useRowKeys(body: RefObject<HTMLElement | null>, onSelect: (id: number) => void): void {
  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>(".rowLink") ?? [])];
  const row = () => document.activeElement?.closest<HTMLElement>("tr[data-id]");
  const go = (step: number) => {
    const all = links();
    const at = all.findIndex((link) => link.closest("tr") === row());
    const next = at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next]?.focus();
  };
  useShortcut("j", texts.shortcuts.next, () => go(1));
  useShortcut("k", texts.shortcuts.previous, () => go(-1));
  useShortcut("x", texts.shortcuts.select, () => {
    const id = row()?.dataset.id;
    if (id) onSelect(Number(id));
  });
}
