import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Crashed } from "./Crashed.js";

/** Shows that a page has failed while it was drawn, until another one is gone to. */
export function Guard({ children }: { readonly children: ComponentChildren }) {
  const { url } = useLocation();
  const [error, reset] = useErrorBoundary();
  useEffect(reset, [url]);
  return error ? <Crashed /> : children;
}
