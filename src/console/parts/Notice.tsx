import type { ComponentChildren } from "preact";
import { GatewayError } from "../api/GatewayError.js";
import { texts } from "../texts.js";
import "./notice.css";

interface Props {
  /** A plain sentence. */
  readonly says: string;
  /** The next step. */
  readonly children?: ComponentChildren;
}

/** Says that there is nothing to show, and what to do next. */
export const Notice = ({ says, children }: Props) => (
  <div class="notice">
    <p class="noticeSays">{says}</p>
    {children}
  </div>
);

/** Says what went wrong, and what to do next. */
export function ErrorNotice({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const isAway = error instanceof GatewayError && error.code === "UNREACHABLE";
  const id = error instanceof GatewayError ? error.requestId : null;
  return (
    <div class="notice" role="alert">
      <p class="noticeSays">{isAway ? texts.errors.unreachable : `${texts.errors.title} ${error.message}`}</p>
      {!isAway && id && <p class="quiet">{texts.errors.request(id)}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {texts.errors.again}
        </button>
      )}
    </div>
  );
}
