import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { texts } from "../texts.js";
import { Modal } from "./Modal.js";

interface Props {
  readonly title: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  /** Does it. What it throws is shown, and the dialog stays open; otherwise, the dialog closes. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog that does something once, or leaves it. */
export function FormModal({ title, confirm, isDangerous = false, onConfirm, onClose, children }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    setIsBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (refusal) {
      setError((refusal as Error).message);
      setIsBusy(false);
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        {error && (
          <p role="alert" class="danger">
            {error}
          </p>
        )}
        <div class="modalActions">
          <button type="button" onClick={onClose}>
            {texts.actions.leave}
          </button>
          <button type="submit" class={isDangerous ? "primary dangerous" : "primary"} disabled={isBusy}>
            {confirm}
          </button>
        </div>
      </form>
    </Modal>
  );
}
