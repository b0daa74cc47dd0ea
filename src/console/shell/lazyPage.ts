import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { Crashed } from "./Crashed.js";

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
