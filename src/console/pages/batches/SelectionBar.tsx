import { useEffect, useState } from "preact/hooks";
import { ActionDialog } from "../../actions/ActionDialog.js";
import { type BatchAction, isPossible } from "../../actions/batchActions.js";
import { mayChange, useViewer } from "../../api/useViewer.js";
import { type BatchProgress, isOver, watchBatch } from "../../api/watchBatch.js";
import { useShortcut } from "../../parts/shortcuts.js";
import { texts } from "../../texts.js";
import type { Row } from "./documents.js";

interface Props {
  readonly rows: readonly Row[];
  readonly onClear: () => void;
}

const actions: readonly BatchAction[] = ["pause", "resume", "cancel"];
const t = texts.batches;

/** What can be done to the batches that are selected. An action is done to those that are in a state for it. */
export function SelectionBar({ rows: selected, onClear }: Props) {
  const rows = useProgresses(selected);
  const viewer = useViewer();
  const [action, setAction] = useState<BatchAction | null>(null);
  const possible = (one: BatchAction) => rows.filter(({ progress }) => isPossible(one, progress));
  const offer = (one: BatchAction) => viewer !== null && mayChange(viewer.role) && possible(one).length > 0 && setAction(one);
  useShortcut("p", texts.shortcuts.pauseOrResume, () => offer(possible("pause").length > 0 ? "pause" : "resume"));
  useShortcut("c", texts.shortcuts.cancel, () => offer("cancel"));
  return (
    <div class="selection card">
      <span>{t.selected(rows.length)}</span>
      {viewer && !mayChange(viewer.role) ? (
        <span class="quiet">{texts.errors.forbidden(viewer.role)}</span>
      ) : (
        actions.map((one) => {
          const { length } = possible(one);
          return (
            <button key={one} type="button" class={one === "cancel" ? "danger" : ""} disabled={length === 0} onClick={() => setAction(one)}>
              {texts.actions[one].button} {length > 0 && length < rows.length && `(${texts.number(length)})`}
            </button>
          );
        })
      )}
      <button type="button" class="plain" onClick={onClear}>
        {t.unselect}
      </button>
      {action && <ActionDialog action={action} targets={possible(action)} onClose={() => setAction(null)} onDone={onClear} />}
    </div>
  );
}

/** Batches that are followed at most: a WebSocket may have 100 operations in hand, and the list has its own. */
const maxFollowed = 40;

/** Rows as they are now: those whose batches move are followed. */
function useProgresses(rows: readonly Row[]): readonly Row[] {
  const [live, setLive] = useState<ReadonlyMap<number, BatchProgress>>(new Map());
  const moving = rows.filter(({ progress }) => !isOver(progress)).slice(0, maxFollowed);
  useEffect(() => {
    const ends = moving.map(({ databaseId }) =>
      watchBatch(databaseId, (progress) => setLive((before) => new Map(before).set(databaseId, progress))),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [moving.map(({ databaseId }) => databaseId).join()]);
  return rows.map((row) => (moving.includes(row) ? { ...row, progress: live.get(row.databaseId) ?? row.progress } : row));
}
