import { useEffect, useRef, useState } from "preact/hooks";
import { type BatchProgress, isOver, watchBatch } from "../api/watchBatch.js";

interface Row {
  readonly databaseId: number;
  readonly progress: BatchProgress;
}

/** How far a row's batch is. It is followed while it moves and its row is on the screen, so that a long list costs no more than what is seen. */
export function useLiveRow<Element extends HTMLElement>({ databaseId, progress }: Row) {
  const element = useRef<Element>(null);
  const [isSeen, setIsSeen] = useState(false);
  const [live, setLive] = useState<BatchProgress | null>(null);
  const moves = !isOver(progress);
  useEffect(() => {
    if (!moves || !element.current) return;
    const observer = new IntersectionObserver((entries) => setIsSeen(entries.at(-1)?.isIntersecting ?? false), { rootMargin: "200px" });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [moves]);
  const hasEnded = live !== null && isOver(live);
  useEffect(() => (moves && isSeen && !hasEnded ? watchBatch(databaseId, setLive) : undefined), [databaseId, moves, isSeen, hasEnded]);
  // What the list itself has said since counts where the batch is followed no longer. Its work may go on: failed jobs are requeued.
  useEffect(() => setLive((live) => (live && isOver(live) ? null : live)), [progress]);
  return { element, progress: moves ? (live ?? progress) : progress };
}
