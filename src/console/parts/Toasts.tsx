import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts.js";
import { closeToast, currentToasts, onToasts } from "./toast.js";
import "./toasts.css";

/** Shows what was done, and lets it be undone where it can be. Screen readers say it. */
export function Toasts() {
  const [, draw] = useState(0);
  useEffect(() => onToasts(() => draw((count) => count + 1)), []);
  return (
    <div class="toasts" role="status">
      {currentToasts().map(({ id, text, isError, undo }) => (
        <div key={id} class="toast" data-error={isError || undefined}>
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                closeToast(id);
                undo();
              }}
            >
              {texts.undo}
            </button>
          )}
          <button type="button" class="plain" aria-label={texts.shell.close} onClick={() => closeToast(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
