import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import "./modal.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog over the page. Escape closes it, and in browsers that know `closedby` (Chrome 134, Firefox 141) a press beside it; the focus
 * goes back to where it was.
 */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The focus goes back when it is closed, and not when it is only taken away.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} class="modal" aria-labelledby={id} onClose={onClose} closedby="any">
      <div class="modalBody">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
