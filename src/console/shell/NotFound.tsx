import { Notice } from "../parts/Notice.js";
import { texts } from "../texts.js";

export const NotFound = () => (
  <Notice isPage says={texts.shell.notFound}>
    <a href="/">{texts.shell.toBatches}</a>
  </Notice>
);
