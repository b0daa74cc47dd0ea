import { useEffect, useRef, useState } from "preact/hooks";
import { isOver } from "../api/isOver.js";
import { type BatchProgress, watchBatch } from "../api/watchBatch.js";

interface Row {
  readonly databaseId: number;
  readonly progress: BatchProgress;
}

/**
 * How far a row's batch is. It is followed while it moves and its row is on the screen, so that a long list costs no more than
 * what is seen.
 * @param changes how often its title or state has changed since the list was read: a batch that was over may move again
 */
export function useLiveRow<Element extends HTMLElement>({ databaseId, progress }: Row, changes = 0) {
  const element = useRef<Element>(null);
  const [isSeen, setIsSeen] = useState(false);
  const [live, setLive] = useState<{ readonly progress: BatchProgress; readonly changes: number } | null>(null);
  const moves = changes > 0 || !isOver(progress.work.finished, progress.status);
  useEffect(() => {
    if (!moves || !element.current) return;
    const observer = new IntersectionObserver((entries) => setIsSeen(entries.at(-1)?.isIntersecting ?? false), { rootMargin: "200px" });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [moves]);
  const hasEnded = live?.changes === changes && isOver(live.progress.work.finished, live.progress.status);
  useEffect(
    () => (moves && isSeen && !hasEnded ? watchBatch(databaseId, (progress) => setLive({ progress, changes })) : undefined),
    [databaseId, moves, isSeen, hasEnded, changes],
  );
  // What the list itself has said since counts where the batch is followed no longer. Its work may go on: failed jobs are requeued.
  useEffect(() => setLive((live) => (live && isOver(live.progress.work.finished, live.progress.status) ? null : live)), [progress]);
  return { element, progress: moves ? (live?.progress ?? progress) : progress };
}
