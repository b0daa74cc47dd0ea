import type { ComponentChildren } from "preact";
import { GatewayError } from "../api/ask.js";
import { texts } from "../texts.js";
import "./notice.css";

interface OnPage {
  /** Whether it is all that the page has: then it is the page's heading, too. */
  readonly isPage?: boolean;
}

interface Props extends OnPage {
  /** A plain sentence. */
  readonly says: string;
  /** The next step. */
  readonly children?: ComponentChildren;
}

/** Says that there is nothing to show, and what to do next. */
export const Notice = ({ says, isPage = false, children }: Props) => (
  <div class="notice">
    <Says isPage={isPage}>{says}</Says>
    {children}
  </div>
);

const Says = ({ isPage, children }: Required<OnPage> & { readonly children: string }) =>
  isPage ? <h1 class="noticeSays">{children}</h1> : <p class="noticeSays">{children}</p>;

interface ErrorProps extends OnPage {
  readonly error: Error;
  readonly retry?: () => void;
}

/** Says what went wrong, and what to do next. */
export function ErrorNotice({ error, retry, isPage = false }: ErrorProps) {
  const isAway = error instanceof GatewayError && error.code === "UNREACHABLE";
  const id = error instanceof GatewayError ? error.requestId : null;
  return (
    <div class="notice" role="alert">
      <Says isPage={isPage}>{isAway ? texts.errors.unreachable : `${texts.errors.title} ${error.message}`}</Says>
      {!isAway && id && <p class="quiet">{texts.errors.request(id)}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {texts.errors.again}
        </button>
      )}
    </div>
  );
}
