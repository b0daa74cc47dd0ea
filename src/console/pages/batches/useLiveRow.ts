import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../../api/ask.js";
import { isOver } from "../../api/isOver.js";
import { type BatchProgress, watchBatch } from "../../api/watchBatch.js";
import { batchTitleDocument, type Row } from "./documents.js";

/**
 * How far a row's batch is, and its title. It is followed while it moves and its row is on the screen, so that a long list costs no more than
 * what is seen.
 * @param changes how often its title or state has changed since the list was read: a batch that was over may move again
 */
export function useLiveRow({ databaseId, title, progress }: Row, changes: number) {
  const element = useRef<HTMLTableRowElement>(null);
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
  const [newTitle, setNewTitle] = useState<Row["title"]>();
  // What the list itself has said since counts for the title, too.
  useEffect(() => setNewTitle(undefined), [title]);
  useEffect(() => {
    if (changes === 0 || !isSeen) return;
    const leaving = new AbortController();
    // Where it can't be asked for, the title stays as it was read.
    ask(batchTitleDocument, { id: String(databaseId) }, leaving.signal).then(
      ({ batch }) => batch && setNewTitle(batch.title ?? null),
      () => {},
    );
    return () => leaving.abort();
  }, [databaseId, changes, isSeen]);
  return { element, title: newTitle === undefined ? title : newTitle, progress: moves ? (live?.progress ?? progress) : progress };
}
