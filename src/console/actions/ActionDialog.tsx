import { useState } from "preact/hooks";
import { FormModal } from "../parts/FormModal.js";
import { TextField } from "../parts/TextField.js";
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
  const t = texts.actions[action];
  const perform = async () => {
    const made = await performAll(action, targets, reason.trim() || null);
    onDone?.(made);
  };
  return (
    <FormModal
      title={t.title(scope.batches)}
      confirm={t.confirm(scope.batches)}
      isDangerous={action === "cancel"}
      onConfirm={perform}
      onClose={onClose}
    >
      {t.says(scope).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {takesReason.includes(action) && <TextField label={texts.actions.reason} value={reason} maxLength={1000} onText={setReason} />}
    </FormModal>
  );
}
