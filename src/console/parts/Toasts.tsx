import { useSyncExternalStore } from "preact/compat";
import { texts } from "../texts.js";
import { useShortcut } from "./shortcuts.js";
import { closeToast, currentToasts, onToasts, type Toast, toast } from "./toast.js";
import "./toasts.css";

/** Shows what was done, and lets it be undone where it can be. Screen readers say it. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  const take = ({ id, undo }: Toast) => {
    closeToast(id);
    undo?.().catch((error: Error) => toast(error.message, { isError: true }));
  };
  useShortcut("u", texts.shortcuts.undo, () => {
    const latest = toasts.findLast(({ undo }) => undo);
    if (latest) take(latest);
  });
  return (
    <div class="toasts" role="status">
      {toasts.map((one) => (
        <div key={one.id} class="toast" data-error={one.isError || undefined}>
          <span>{one.text}</span>
          {one.undo && (
            <button type="button" aria-keyshortcuts="u" onClick={() => take(one)}>
              {texts.undo}
            </button>
          )}
          <button type="button" class="plain" aria-label={texts.shell.close} onClick={() => closeToast(one.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
