import { useState } from "preact/hooks";
import { ActionDialog } from "../../actions/ActionDialog.js";
import { type BatchAction, isPossible } from "../../actions/batchActions.js";
import { mayChange, useViewer } from "../../api/useViewer.js";
import { useShortcut } from "../../parts/shortcuts.js";
import { texts } from "../../texts.js";
import type { Row } from "./documents.js";
import { useProgresses } from "./useProgresses.js";

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
    <div class="selection">
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
