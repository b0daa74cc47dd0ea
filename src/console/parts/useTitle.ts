import { useEffect } from "preact/hooks";
import { texts } from "../texts.js";

/** Names the page in the browser's tab and history. */
export const useTitle = (title: string): void =>
  useEffect(() => {
    document.title = texts.shell.title(title);
  }, [title]);
