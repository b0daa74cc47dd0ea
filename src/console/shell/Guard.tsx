import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { lazy, useLocation } from "preact-iso";
import { Notice } from "../parts/Notice.js";
import { texts } from "../texts.js";

export const NotFound = () => (
  <Notice isPage says={texts.shell.notFound}>
    <a href="/">{texts.shell.toBatches}</a>
  </Notice>
);

/** Stands for a page that can't be shown, by a fault of its own or because its file is not there. */
const Crashed = () => (
  <Notice isPage says={texts.errors.crashed}>
    <button type="button" onClick={() => location.reload()}>
      {texts.errors.reload}
    </button>
  </Notice>
);

/** Shows that a page has failed while it was drawn, until another one is gone to. */
export function Guard({ children }: { readonly children: ComponentChildren }) {
  const { url } = useLocation();
  const [error, reset] = useErrorBoundary();
  useEffect(reset, [url]);
  return error ? <Crashed /> : children;
}

/** Whether the browser has already loaded the console anew. */
const isReloaded = (): boolean => performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "reload");

/**
 * A page whose file is loaded when it is opened. A gateway that was upgraded since has that file no longer: then the console is loaded
 * anew, once, at the page's address.
 */
export const lazyPage = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(() =>
    load().catch(() => {
      if (isReloaded()) return Crashed;
      location.reload();
      return new Promise<never>(() => {});
    }),
  );
