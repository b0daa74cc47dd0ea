import { Notice } from "../parts/Notice.js";
import { texts } from "../texts.js";

/** Stands for a page that can't be shown, by a fault of its own or because its file is not there. */
export const Crashed = () => (
  <Notice isPage says={texts.errors.crashed}>
    <button type="button" onClick={() => location.reload()}>
      {texts.errors.reload}
    </button>
  </Notice>
);
