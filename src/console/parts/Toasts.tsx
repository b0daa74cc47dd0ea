import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts.js";
import { useShortcut } from "./shortcuts.js";
import { closeToast, currentToasts, onToasts, type Toast } from "./toast.js";
import "./toasts.css";

/** Shows what was done, and lets it be undone where it can be. Screen readers say it. */
export function Toasts() {
  const [, draw] = useState(0);
  useEffect(() => onToasts(() => draw((count) => count + 1)), []);
  const take = ({ id, undo }: Toast) => {
    closeToast(id);
    undo?.();
  };
  useShortcut("u", texts.shortcuts.undo, () => {
    const latest = currentToasts().findLast(({ undo }) => undo);
    if (latest) take(latest);
  });
  return (
    <div class="toasts" role="status">
      {currentToasts().map((toast) => (
        <div key={toast.id} class="toast" data-error={toast.isError || undefined}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button type="button" aria-keyshortcuts="u" onClick={() => take(toast)}>
              {texts.undo}
            </button>
          )}
          <button type="button" class="plain" aria-label={texts.shell.close} onClick={() => closeToast(toast.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
