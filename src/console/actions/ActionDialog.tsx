import { useState } from "preact/hooks";
import { Modal } from "../parts/Modal.js";
import { texts } from "../texts.js";
import { type BatchAction, performAll, scopeOf, type Target } from "./batchActions.js";

interface Props {
  readonly action: BatchAction;
  readonly targets: readonly Target[];
  readonly onClose: () => void;
  /** @param made the batch that a retry made */
  readonly onDone?: (made: number | null) => void;
}

const takesReason: readonly BatchAction[] = ["pause", "cancel", "requeue"];

/** Says what an action will do and to how many, before it is done. */
export function ActionDialog({ action, targets: met, onClose, onDone }: Props) {
  // What is done is what was read, however the batches move on behind the dialog.
  const [targets] = useState(met);
  const [scope] = useState(() => scopeOf(targets));
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const t = texts.actions[action];
  const confirm = async () => {
    setIsBusy(true);
    setError(null);
    try {
      const made = await performAll(action, targets, reason.trim() || null);
      onClose();
      onDone?.(made);
    } catch (refusal) {
      setError((refusal as Error).message);
      setIsBusy(false);
    }
  };
  return (
    <Modal title={t.title(scope.batches)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {t.says(scope).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {takesReason.includes(action) && (
          <label class="field">
            <span>{texts.actions.reason}</span>
            <input value={reason} maxLength={1000} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
          </label>
        )}
        {error && (
          <p role="alert" class="danger">
            {error}
          </p>
        )}
        <div class="modalActions">
          <button type="button" onClick={onClose}>
            {texts.actions.leave}
          </button>
          <button type="submit" class={action === "cancel" ? "primary dangerous" : "primary"} disabled={isBusy}>
            {t.confirm(scope.batches)}
          </button>
        </div>
      </form>
    </Modal>
  );
}
