import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import "./modal.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog over the page. Escape closes it, and in browsers that know `closedby` (Chrome 134, Firefox 141) a press beside it; the focus goes
 * back to where it was.
 */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="modal" aria-labelledby={id} onClose={onClose} closedby="any">
      <div class="modalBody">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
